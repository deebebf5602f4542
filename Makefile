# make run     sets everything up and opens the example workshop
# make test    sets everything up and runs all tests
# make bench   measures the window and what draws it
# make bench-peers DIR=…   measures other whiteboards in the same run
# make guide   makes the pictures of the user guide anew
# make check   vet, staticcheck, gofumpt and the race detector

# Fyne's new threading rules; without the tag it warns at every start.
TAGS  := migrated_fynedo
FLAGS ?=

.PHONY: run build test bench bench-peers guide check go

run: build
	@./bin/samenbord demo

build: go
	@.ci/packages build
	@test -x bin/samenbord || echo "The first build takes a few minutes, later ones a few seconds."
	go build -tags $(TAGS) -o bin/samenbord .

test: go
	@.ci/packages build test
	LC_ALL=C.UTF-8 go test -tags $(TAGS) $(FLAGS) ./...

bench: build
	@.ci/packages test
	@.ci/bench
	LC_ALL=C.UTF-8 go test -tags $(TAGS) -run '^$$' -bench . $(FLAGS) ./...

bench-peers: build
	@.ci/packages test
	@test -n "$(DIR)" || { echo "Say where the other whiteboards are: make bench-peers DIR=…"; exit 2; }
	@.ci/bench "$(DIR)"

guide: build
	@.ci/packages test
	docs/guide/shoot

check: go
	@.ci/packages build test
	go vet -tags $(TAGS) ./...
	go tool staticcheck -tags $(TAGS) ./...
	@go tool gofumpt -l . | awk '{ print "not formatted: " $$0 } END { exit NR > 0 }'
	LC_ALL=C.UTF-8 go test -race -tags $(TAGS) $(FLAGS) ./...

go:
	@go version >/dev/null 2>&1 || { echo "Samenbord is built with Go 1.26 or newer: install it from https://go.dev/dl and try again."; exit 1; }
	@go list -m >/dev/null 2>&1 || { echo "Samenbord is built with Go 1.26 or newer, and this is $$(go version | cut -d' ' -f3): install a newer one from https://go.dev/dl and try again."; exit 1; }

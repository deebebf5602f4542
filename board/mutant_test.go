package board_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// mutants are small mistakes in the sources that a law must notice. Each runs the test of its law on the package with
// that one change (go test -overlay) and must see it fail.
var mutants = []struct{ mistake, law, file, from, to string }{
	{
		"two people equally late: whoever is heard last wins", "TestReplicasConverge", "id.go",
		"cmp.Compare(a.N, b.N), compareActors(a.Actor, b.Actor))", "cmp.Compare(a.N, b.N))",
	},
	{
		"the last op to arrive wins", "TestReplicasConverge", "op.go",
		"if old.At.Compare(op.At) >= 0 {", "if old.At == op.At {",
	},
	{
		"the clock follows the wall back", "TestReplicasConverge", "id.go",
		"ms > c.t {\n\t\tc.t, c.n = ms, 0", "true {\n\t\tc.t, c.n = ms, 0",
	},
	{
		"an op heard twice counts twice", "TestReplicasConverge", "workshop.go",
		"if id.N <= s.n || s.ahead[id.N] {", "if false {",
	},
	{
		"undo puts back what others have changed since", "TestUndoNeverChangesAFieldOfOthers", "history.go",
		"if now.As != e.Op.stands(name) {", "if now.As != now.As {",
	},
	{
		"undo forgets whose value it puts back", "TestUndoGivesTheSameBoardBack", "op.go",
		"as, put := op.As[name]\n\t\tif !put {", "as := op.At\n\t\tif false {",
	},
	{
		"undo of a creation takes away what others wrote on", "TestUndoLeavesWhatOthersSetSince", "history.go",
		"if s.touchedByOthers(id) {", "if false {",
	},
	{
		"a note that moved to another board stays on the first", "TestABoardKeptUpToDateIsTheBoardBuiltAnew", "view.go",
		"		if stale[t.id()] {\n			continue\n		}\n", "",
	},
	{
		"a gesture that could not be recorded stays on the screen", "TestNothingHappensWhenTheLogFails", "session.go",
		"s.w.revert(e.Op, e.Back)", "_ = e",
	},
}

func TestLawsNoticeMistakes(t *testing.T) {
	if os.Getenv("SAMENBORD_MUTANT") != "" {
		t.Skip("this is a mutant")
	}
	for _, m := range mutants {
		t.Run(m.mistake, func(t *testing.T) {
			out, err := runMutant(t, m.file, m.from, m.to, m.law)
			if err == nil {
				t.Fatalf("%s did not notice", m.law)
			}
			if !strings.Contains(out, "--- FAIL: "+m.law) {
				t.Fatalf("%s did not fail, something else did:\n%s", m.law, out)
			}
		})
	}
}

func runMutant(t *testing.T, file, from, to, law string) (output string, err error) {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(source), from); n != 1 {
		t.Fatalf("%s has the place of the mistake %d times", file, n)
	}
	dir := t.TempDir()
	mutated := filepath.Join(dir, file)
	write(t, mutated, []byte(strings.Replace(string(source), from, to, 1)))
	here, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {here: mutated}})
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "overlay.json")
	write(t, list, overlay)
	cmd := exec.Command("go", "test", "-vet=off", "-count=1", "-overlay="+list, "-run=^"+law+"$", ".")
	cmd.Env = append(os.Environ(), "SAMENBORD_MUTANT=1")
	b, err := cmd.CombinedOutput()
	return string(b), err
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

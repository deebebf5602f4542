package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"samenbord/assets"
	"samenbord/board/store"
)

// TestMain lets this test binary be the program as well, so that scripts run what people run.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"samenbord": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup:               furnish,
		Condition:           required,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"ends": ends, "flip": flip, "hold": hold, "shorten": shorten,
		},
	})
}

// furnish gives a script a home without a screen, in Dutch, and the notes of the example in both languages.
func furnish(env *testscript.Env) error {
	env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
	env.Setenv("SAMENBORD_DATA", filepath.Join(env.WorkDir, "data"))
	env.Setenv("LC_ALL", "nl_NL.UTF-8")
	for _, lang := range assets.Langs {
		_, notes := assets.Example(lang)
		if err := os.WriteFile(filepath.Join(env.WorkDir, "notes."+lang+".csv"), notes, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// required is the condition [needs:PROGRAM]: a program that reads what we write. Outside CI a script goes on without
// it.
func required(cond string) (bool, error) {
	program, ok := strings.CutPrefix(cond, "needs:")
	if !ok {
		return false, errors.New("unknown condition " + cond)
	}
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") != "" {
			return false, errors.New(program + " is missing: see .ci/packages")
		}
		return false, nil
	}
	return true, nil
}

// ends CODE PROGRAM ARG... runs a program and wants its exit code. What went wrong must be told in a sentence, of which
// there is one on the error output unless lines of a list come before it.
func ends(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: ends CODE PROGRAM ARG...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("ended with %d instead of %s", code, args[0])
	}
	said := strings.TrimSuffix(ts.ReadFile("stderr"), "\n")
	if code == 0 {
		return
	}
	lines := strings.Split(said, "\n")
	for _, list := range lines[:len(lines)-1] {
		if !strings.HasPrefix(list, "Regel ") && !strings.HasPrefix(list, "Line ") {
			ts.Fatalf("more than one sentence: %q", said)
		}
	}
	if last := lines[len(lines)-1]; !strings.HasSuffix(last, ".") || strings.Contains(last, "panic") {
		ts.Fatalf("no sentence: %q", last)
	}
}

// flip FILE AT turns one bit of a file over.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	b[at%len(b)] ^= 1
	ts.Check(os.WriteFile(path, b, 0o644))
}

// shorten FILE SIZE cuts a file off.
func shorten(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

// hold FILE keeps a workshop open until the script ends, as another window would.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	file, err := store.Open(ts.MkAbs(args[0]), store.Options{DataDir: ts.Getenv("SAMENBORD_DATA")})
	ts.Check(err)
	ts.Defer(func() { ts.Check(file.Close()) })
}

// ask runs the program in this process and returns what it wrote.
func ask(t testing.TB, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, &out, &errs); code != fine {
		t.Fatalf("samenbord %q ended with %d: %s", args, code, errs.String())
	}
	return out.String()
}

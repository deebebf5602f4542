package export_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samenbord/export"
)

func TestThePageOfKeysHoldsThemAllOnOnePage(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil && os.Getenv("CI") == "" {
		t.Skip("needs pdftotext")
	}
	var keys []export.Key
	for i := range 60 {
		keys = append(keys, export.Key{Word: fmt.Sprintf("Opdracht nummer %d met een lange naam", i), Keys: "Ctrl+Shift+X"})
	}
	path := filepath.Join(t.TempDir(), "toetsen.pdf")
	if err := export.WriteKeys(path, "nl", "Alle toetsen", keys, time.Date(2027, 1, 15, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	for i := range 60 {
		if !strings.Contains(text, fmt.Sprintf("nummer %d met een lange naam", i)) {
			t.Errorf("command %d is missing", i)
		}
	}
	if n := strings.Count(string(out), "\f"); n != 1 {
		t.Errorf("%d pages", n)
	}
}

func TestAPageOfKeysThatCannotBeWrittenLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	if err := export.WriteKeys(filepath.Join(folder, "no", "x.pdf"), "nl", "t", nil, time.Time{}); err == nil {
		t.Error("no error")
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}

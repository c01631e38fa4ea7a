package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// often is how often a fault is tried whose moment matters. PUBLISH_FAULTS says
// more, for a run that may take its time.
func often(t *testing.T) int {
	t.Helper()
	asked := os.Getenv("PUBLISH_FAULTS")
	if asked == "" {
		return 8
	}
	n, err := strconv.Atoi(asked)
	if err != nil {
		t.Fatal("PUBLISH_FAULTS is how often a fault is tried: ", err)
	}
	return n
}

// place is a folder with the small dataset, and the program to run in it.
type place struct {
	t       *testing.T
	folder  string
	program string
	environ []string
}

func newPlace(t *testing.T) *place {
	t.Helper()
	if testing.Short() {
		t.Skip("runs many builds")
	}
	p := &place{t: t, folder: t.TempDir(), program: filepath.Join(t.TempDir(), "publish")}
	if err := copyTree(filepath.Join(p.folder, "dataset"), os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	// The test's own program is publish when it is called so (see TestMain).
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, p.program); err != nil {
		t.Fatal(err)
	}
	p.environ = append(os.Environ(), "SOURCE_DATE_EPOCH=1762300800", "NO_COLOR=1", "PUBLISH_CACHE="+filepath.Join(p.folder, ".cache"))
	return p
}

// publish is the command, ready to be started.
func (p *place) publish(arguments ...string) *exec.Cmd {
	c := exec.Command(p.program, arguments...)
	c.Dir, c.Env = p.folder, p.environ
	return c
}

// limited is the command under a limit of the shell's ulimit.
func (p *place) limited(limit string, arguments ...string) *exec.Cmd {
	c := exec.Command("sh", "-c", "ulimit "+limit+"; exec \"$0\" \"$@\"", p.program)
	c.Args = append(c.Args, arguments...)
	c.Dir, c.Env = p.folder, p.environ
	return c
}

func (p *place) must(c *exec.Cmd) {
	p.t.Helper()
	if out, err := c.CombinedOutput(); err != nil {
		p.t.Fatalf("%v: %v\n%s", c.Args, err, out)
	}
}

// retitle gives the dataset another title, so that each build differs.
func (p *place) retitle(n int) {
	p.t.Helper()
	name := filepath.Join(p.folder, "dataset", "dataset.yaml")
	content, err := os.ReadFile(name)
	if err != nil {
		p.t.Fatal(err)
	}
	lines := strings.SplitAfter(string(content), "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "publisher:") })
	if i < 0 {
		p.t.Fatal("the dataset has no publisher")
	}
	lines[i] = fmt.Sprintf("publisher: Publisher %d\n", n)
	if err := os.WriteFile(name, []byte(strings.Join(lines, "")), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// sums returns what SHA256SUMS says, and fails unless the folder holds exactly
// the files that it names, each as it says.
func (p *place) sums(folder string) string {
	p.t.Helper()
	folder = filepath.Join(p.folder, folder)
	list, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS"))
	if err != nil {
		p.t.Fatal(err)
	}
	var found []string
	err = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		below, _ := filepath.Rel(folder, name)
		if below == "SHA256SUMS" {
			return nil
		}
		content, err := os.ReadFile(name)
		sum := sha256.Sum256(content)
		found = append(found, hex.EncodeToString(sum[:])+"  "+filepath.ToSlash(below)+"\n")
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	slices.SortFunc(found, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	want := strings.SplitAfter(strings.TrimSuffix(string(list), "\n")+"\n", "\n")
	want = want[:len(want)-1]
	slices.SortFunc(want, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	if !slices.Equal(found, want) {
		p.t.Fatalf("%s is not whole: %d files, %d in its list", folder, len(found), len(want))
	}
	return string(list)
}

// only fails unless these are all the entries of the folder.
func (p *place) only(names ...string) {
	p.t.Helper()
	entries, err := os.ReadDir(p.folder)
	if err != nil {
		p.t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	slices.Sort(names)
	if !slices.Equal(found, names) {
		p.t.Errorf("there is %q, not %q", found, names)
	}
}

func TestAKilledBuildLeavesAWholeSite(t *testing.T) {
	p := newPlace(t)
	begin := time.Now()
	p.must(p.publish("build"))
	whole := time.Since(begin)
	before := p.sums("public")
	killed, ended := 0, 0
	for n := range often(t) {
		p.retitle(n)
		c := p.publish("build")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// The end, where the folders change places, is tried as often as the rest.
		wait := time.Duration(rand.Float64() * float64(whole))
		if n%2 == 1 {
			wait = whole*3/4 + wait/2
		}
		time.Sleep(wait)
		c.Process.Kill()
		switch err := c.Wait(); {
		case err == nil:
			ended++
		case strings.Contains(err.Error(), "killed"):
			killed++
		default:
			t.Fatal(err)
		}
		now := p.sums("public")
		if c.ProcessState.Success() && now == before {
			t.Error("the build ended well and changed nothing")
		}
		before = now
	}
	t.Logf("%d builds killed, %d had ended", killed, ended)
	p.retitle(-1)
	p.must(p.publish("build"))
	p.must(p.publish("build", "--out", "fresh"))
	if p.sums("public") != p.sums("fresh") {
		t.Error("after builds that were killed, a build is not what a fresh one is")
	}
	p.only(".cache", "dataset", "fresh", "public")
}

func TestBuildsAtOnceIntoOneFolder(t *testing.T) {
	p := newPlace(t)
	for n := range max(1, often(t)/4) {
		p.retitle(n)
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				c := p.publish("build")
				var errors bytes.Buffer
				c.Stderr = &errors
				if err := c.Run(); err != nil && c.ProcessState.ExitCode() != exitMachine {
					t.Errorf("%v\n%s", err, &errors)
				}
			})
		}
		all.Wait()
		p.sums("public")
	}
	p.must(p.publish("build"))
	p.only(".cache", "dataset", "public")
}

func TestAnyPlaceAndTimeGivesTheSameBytes(t *testing.T) {
	p := newPlace(t)
	p.must(p.publish("build", "--out", "one"))
	// Files that seem to come from another time, in another place and language.
	err := filepath.WalkDir(filepath.Join(p.folder, "dataset"), func(name string, _ fs.DirEntry, err error) error {
		far := time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)
		return errors.Join(err, os.Chtimes(name, far, far))
	})
	if err != nil {
		t.Fatal(err)
	}
	c := p.publish("build", "--out", "other")
	c.Env = append(c.Env, "TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "GOMAXPROCS=1", "PUBLISH_CACHE=off", "GOGC=20", "HOME=/nonexistent")
	p.must(c)
	if p.sums("one") != p.sums("other") {
		t.Error("the builds differ")
	}
}

func TestABuildIsContentWithLittle(t *testing.T) {
	p := newPlace(t)
	p.must(p.publish("build"))
	before := p.sums("public")
	p.must(p.limited("-n 64", "build", "--out", "few"))
	if p.sums("few") != before {
		t.Error("with 64 open files the build is another one")
	}
	c := p.publish("build", "--out", "small")
	p.must(c)
	if u, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		if u.Maxrss > 512<<10 { // in kB
			t.Errorf("the build took %d MB", u.Maxrss>>10)
		}
	}
}

func TestABuildThatCannotWriteLeavesTheLastSite(t *testing.T) {
	p := newPlace(t)
	p.must(p.publish("build"))
	before := p.sums("public")
	p.retitle(1)
	// No file may be larger than some blocks, as on a disk that is full.
	out, err := p.limited("-f 64", "build").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "too large") {
		t.Errorf("%v\n%s", err, out)
	}
	if p.sums("public") != before {
		t.Error("a build that could not write changed the site")
	}
	p.must(p.publish("build"))
	if p.sums("public") == before {
		t.Error("the next build did not mend it")
	}
	p.only(".cache", "dataset", "public")
}

func TestAFullDisk(t *testing.T) {
	p := newPlace(t)
	disk := filepath.Join(p.folder, "disk")
	if err := os.Mkdir(disk, 0o777); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be had here: %s", out)
	}
	t.Cleanup(func() { exec.Command("umount", disk).Run() })
	out, err := p.publish("build", "--out", "disk/public").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "no space left") {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err := os.Stat(filepath.Join(disk, "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was published: %v", err)
	}
	entries, err := os.ReadDir(disk)
	if err != nil || len(entries) > 0 {
		t.Errorf("%v is left over: %v", entries, err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	out, err = p.publish("build", "--out", "disk/public").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "read-only") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestAFolderThatDisappears(t *testing.T) {
	p := newPlace(t)
	p.must(p.publish("build"))
	before := p.sums("public")
	for n := range max(1, often(t)/4) {
		p.retitle(n)
		c := p.publish("build")
		var errors bytes.Buffer
		c.Stderr = &errors
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		gone := false
		for !gone && c.ProcessState == nil {
			staged, _ := filepath.Glob(filepath.Join(p.folder, ".public.publish-*", "data"))
			for _, name := range staged {
				gone = os.RemoveAll(filepath.Dir(name)) == nil
			}
			if syscall.Kill(c.Process.Pid, 0) != nil {
				break
			}
		}
		if err := c.Wait(); err == nil || c.ProcessState.ExitCode() != exitMachine {
			t.Errorf("%v\n%s", err, &errors)
		}
		if p.sums("public") != before {
			t.Error("a build whose folder disappeared changed the site")
		}
	}
	p.must(p.publish("build"))
}

func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	p := newPlace(t)
	name := filepath.Join(p.folder, "dataset", "dataset.yaml")
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				// Cut short, and written again.
				os.WriteFile(name, content[:rand.IntN(len(content))], 0o666)
				os.WriteFile(name, content, 0o666)
			}
		}
	})
	for range often(t) {
		c := p.publish("check")
		if out, err := c.CombinedOutput(); err != nil && (c.ProcessState.ExitCode() != exitProblems || bytes.Contains(out, []byte("panic"))) {
			t.Errorf("%v\n%s", err, out)
		}
	}
	close(stop)
	writer.Wait()
	p.must(p.publish("check"))
}

func TestNothingElseIsWritten(t *testing.T) {
	p := newPlace(t)
	home, temporary := t.TempDir(), t.TempDir()
	before := p.dataset()
	for _, arguments := range [][]string{{"check"}, {"build"}, {"rules"}, {"fmt", "--check"}, {"build"}} {
		c := p.publish(arguments...)
		c.Env = append(c.Env, "HOME="+home, "XDG_CACHE_HOME="+filepath.Join(home, "cache"), "TMPDIR="+temporary)
		p.must(c)
	}
	if p.dataset() != before {
		t.Error("the facts have changed")
	}
	p.only(".cache", "dataset", "public")
	for _, folder := range []string{home, temporary} {
		if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
			t.Errorf("%s holds %v: %v", folder, entries, err)
		}
	}
	// Nor is anything written elsewhere meanwhile.
	c := p.publish("build")
	c.Env = append(c.Env, "TMPDIR="+filepath.Join(temporary, "none"))
	p.must(c)
}

// dataset is what the folder of the facts holds, with the times of its files.
func (p *place) dataset() string {
	p.t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(filepath.Join(p.folder, "dataset"), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		fmt.Fprintln(&b, name, info.Size(), info.ModTime().UnixNano())
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return b.String()
}

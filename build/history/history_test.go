package history_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/history"
)

// repository is an empty repository of a test, in a folder whose own name is
// none that a shell would like.
type repository struct {
	*testing.T
	folder string
	clock  time.Time
}

func newRepository(t *testing.T) *repository {
	r := &repository{t, filepath.Join(t.TempDir(), "a b;c"), time.Date(2025, 11, 3, 12, 0, 0, 0, time.UTC)}
	if err := os.Mkdir(r.folder, 0o777); err != nil {
		t.Fatal(err)
	}
	r.git("", "init", "-q", "-b", "main")
	return r
}

// git runs git with the input, each time a day later than the last.
func (r *repository) git(input string, args ...string) string {
	r.Helper()
	r.clock = r.clock.AddDate(0, 0, 1)
	date := r.clock.Format(time.RFC3339)
	c := exec.Command("git", append([]string{"-C", r.folder, "-c", "user.name=test", "-c", "user.email=test@example.org"}, args...)...)
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_COMMITTER_DATE="+date, "GIT_AUTHOR_DATE="+date)
	c.Stdin = strings.NewReader(input)
	out, err := c.CombinedOutput()
	if err != nil {
		r.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r *repository) write(name, content string) {
	r.Helper()
	full := filepath.Join(r.folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o666); err != nil {
		r.Fatal(err)
	}
}

func (r *repository) commit() string {
	r.Helper()
	r.git("", "add", "-A")
	r.git("", "commit", "-q", "-m", "x")
	return r.git("", "rev-parse", "HEAD")
}

func (r *repository) open(folder string) *history.Repository {
	r.Helper()
	h, err := history.Open(r.Context(), filepath.Join(r.folder, folder))
	if err != nil {
		r.Fatal(err)
	}
	return h
}

// files are the folder's regular files at a revision, with what they hold.
func files(t *testing.T, h *history.Repository, revision string) map[string]string {
	t.Helper()
	fsys, err := h.Read(t.Context(), revision)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := fs.ReadFile(fsys, name)
		all[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAnOlderStateIsReadWithoutACheckout(t *testing.T) {
	r := newRepository(t)
	r.write("dataset/person/ada.yaml", "name: Ada\n")
	r.write("dataset/empty.yaml", "")
	r.write("elsewhere.txt", "no fact")
	first := r.commit()
	r.write("dataset/person/ada.yaml", "name: Ada Lovelace\n")
	r.write("dataset/person/ben.yaml", "name: Ben\r\n\x00")
	r.commit()
	r.write("dataset/person/ben.yaml", "not committed")

	h := r.open("dataset")
	want := map[string]string{"person/ada.yaml": "name: Ada\n", "empty.yaml": ""}
	for _, revision := range []string{first, first[:8], "HEAD~1", "main~1"} {
		if diff := cmp.Diff(want, files(t, h, revision)); diff != "" {
			t.Errorf("%s: %s", revision, diff)
		}
	}
	want = map[string]string{"person/ada.yaml": "name: Ada Lovelace\n", "person/ben.yaml": "name: Ben\r\n\x00", "empty.yaml": ""}
	if diff := cmp.Diff(want, files(t, h, "HEAD")); diff != "" {
		t.Error(diff)
	}
	if got := files(t, r.open(""), "HEAD"); got["dataset/person/ada.yaml"] == "" || got["elsewhere.txt"] == "" {
		t.Errorf("the whole repository holds %v", got)
	}
	fsys, err := h.Read(t.Context(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(fsys, "person/ada.yaml", "person/ben.yaml", "empty.yaml"); err != nil {
		t.Error(err)
	}
}

func TestHostileNamesAreOnlyNames(t *testing.T) {
	r := newRepository(t)
	blob := r.git("content", "hash-object", "-w", "--stdin")
	var listing strings.Builder
	names := []string{"-rf", "$(touch x)", "a\nb", "a\tb", `"quoted"`, "é", "\xff"}
	for _, name := range names {
		listing.WriteString("100644 blob " + blob + "\t" + name + "\x00")
	}
	listing.WriteString("120000 blob " + blob + "\tlink\x00")
	listing.WriteString("160000 commit " + strings.Repeat("1", 40) + "\tmodule\x00")
	tree := r.git(listing.String(), "mktree", "-z", "--missing")
	commit := r.git("", "commit-tree", "-m", "x", tree)

	fsys, err := r.open("").Read(t.Context(), commit)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]fs.FileMode{}
	for _, e := range entries {
		got[e.Name()] = e.Type()
	}
	want := map[string]fs.FileMode{"link": fs.ModeSymlink, "module": fs.ModeIrregular}
	for _, name := range names {
		want[name] = 0
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := os.Stat(filepath.Join(r.folder, "x")); err == nil {
		t.Error("a name was run")
	}
	for _, revision := range []string{"--help", "-rf", "", "a\x00b", "HEAD:-rf", commit + ":-rf", "HEAD..HEAD", "nowhere"} {
		if _, err := r.open("").Read(t.Context(), revision); err == nil {
			t.Errorf("%q is taken for a revision", revision)
		}
	}
}

// No git of today writes such a tree, but a repository can hold one. Who walks
// it must neither leave the folder nor walk for ever.
func TestATreeCannotLeadOutOfItself(t *testing.T) {
	r := newRepository(t)
	blob := r.git("content", "hash-object", "-w", "--stdin")
	inner := r.git("100644 blob "+blob+"\tsecret\x00", "mktree", "-z")
	for _, name := range []string{"..", "."} {
		raw := "40000 " + name + "\x00" + unhex(t, inner)
		tree := r.git(raw, "hash-object", "-t", "tree", "-w", "--stdin", "--literally")
		commit := r.git("", "commit-tree", "-m", "x", tree)
		if _, err := r.open("").Read(t.Context(), commit); err == nil {
			t.Errorf("a tree with %q is read", name)
		}
	}
}

func unhex(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(s); i += 2 {
		b.WriteByte(byte(strings.IndexByte("0123456789abcdef", s[i])<<4 | strings.IndexByte("0123456789abcdef", s[i+1])))
	}
	return b.String()
}

func TestTheLastCommitIsTheFoldersOwn(t *testing.T) {
	r := newRepository(t)
	r.write("dataset/a", "1")
	h := r.open("dataset")
	if got, err := h.Last(t.Context(), history.Head); err != nil || got != (history.Commit{}) {
		t.Errorf("before the first commit it is %v, %v", got, err)
	}
	first := r.commit()
	committed := r.clock.AddDate(0, 0, -1) // the last command was a question
	r.write("elsewhere", "2")
	r.commit()
	got, err := h.Last(t.Context(), history.Head)
	if err != nil || got.Revision != first || !got.Date.Equal(committed) {
		t.Errorf("it is %v, %v; want %s at %s", got, err, first, committed)
	}
}

func TestVersionsAreWhatTheCommitGrewFrom(t *testing.T) {
	r := newRepository(t)
	versions := func() string {
		t.Helper()
		list, err := r.open("").Versions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var numbers []string
		for _, v := range list {
			if v.Tag != "v"+v.Number || v.Date.IsZero() || v.Revision == "" || v.Hash() == "" {
				t.Errorf("%+v", v)
			}
			if tagged := r.git("", "rev-parse", "refs/tags/"+v.Tag+"^{commit}"); v.Hash() != tagged {
				t.Errorf("%s is %s; want %s", v.Tag, v.Hash(), tagged)
			}
			numbers = append(numbers, v.Number)
		}
		return strings.Join(numbers, " ")
	}
	if got := versions(); got != "" {
		t.Errorf("without a commit there are %q", got)
	}
	for _, number := range []string{"v1.9.0", "v1.10.0", "v1.10.1"} {
		r.write("a", number)
		r.commit()
		r.git("", "tag", "-a", "-m", "x", number)
	}
	r.git("", "tag", "v1.2.0", "v1.9.0^{commit}")
	for _, other := range []string{"1.0.0", "v1.0", "v01.0.0", "v1.0.0-rc.1", "vest"} {
		r.git("", "tag", other)
	}
	r.git("", "branch", "v1.10.1", "v1.9.0") // of the same name as a tag, and not meant
	if got, want := versions(), "1.2.0 1.9.0 1.10.0 1.10.1"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
	r.git("", "checkout", "-q", "v1.10.0")
	if got, want := versions(), "1.2.0 1.9.0 1.10.0"; got != want {
		t.Errorf("an older commit has %s; want %s", got, want)
	}
}

func TestABranchForksWhereItLeft(t *testing.T) {
	r := newRepository(t)
	r.write("a", "1")
	r.commit()
	r.write("a", "2")
	fork := r.commit()
	r.git("", "checkout", "-q", "-b", "work")
	r.write("b", "3")
	r.commit()
	r.git("", "checkout", "-q", "main")
	r.write("a", "4")
	r.commit()
	r.git("", "checkout", "-q", "work")
	if got, err := r.open("").Fork(t.Context(), "main"); got != fork || err != nil {
		t.Errorf("%s, %v; want %s", got, err, fork)
	}
	if _, err := r.open("").Fork(t.Context(), "trunk"); err == nil {
		t.Error("there is a fork from no branch")
	}
	// A workflow's clone has the branch at origin alone.
	r.git("", "update-ref", "refs/remotes/origin/main", "refs/heads/main")
	r.git("", "branch", "-q", "-D", "main")
	if got, err := r.open("").Fork(t.Context(), "main"); got != fork || err != nil {
		t.Errorf("%s, %v; want %s", got, err, fork)
	}
}

func TestAFolderWithoutARepositoryIsToldFromARefusal(t *testing.T) {
	t.Setenv("GIT_CEILING_DIRECTORIES", os.TempDir())
	if _, err := history.Open(t.Context(), t.TempDir()); !errors.Is(err, history.ErrNone) {
		t.Errorf("without a repository: %v", err)
	}
	if _, err := history.Open(t.Context(), filepath.Join(t.TempDir(), "nowhere")); err == nil || errors.Is(err, history.ErrNone) {
		t.Errorf("without a folder: %v", err)
	}
}

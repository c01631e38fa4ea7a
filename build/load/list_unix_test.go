//go:build unix

package load

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestOnlyFilesAreRead(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(filepath.Join(outside, "secret.yaml"), []byte("name: Secret\n"), 0o600))
	must(os.Mkdir(filepath.Join(dir, "person"), 0o700))
	must(os.WriteFile(filepath.Join(dir, "person/ada.yaml"), []byte("name: Ada\n"), 0o600))
	for link, target := range map[string]string{
		"person/secret.yaml": filepath.Join(outside, "secret.yaml"), "person/dangling.yaml": "nowhere", "person/twin.yaml": "ada.yaml",
		"state": outside, "person/loop.yaml": "loop.yaml", "moved.yaml": "/dev/zero",
	} {
		must(os.Symlink(target, filepath.Join(dir, link)))
	}
	must(syscall.Mkfifo(filepath.Join(dir, "person/pipe.yaml"), 0o600))
	must(os.WriteFile(filepath.Join(dir, "person/\xff.yaml"), []byte("name: Ada\n"), 0o600))

	d, problems, err := Load(os.DirFS(dir))
	must(err)
	if len(d.Files) != 1 || d.Files[0].Name != "person/ada.yaml" {
		t.Errorf("not only the one file is read: %v", d.Files)
	}
	const link, help = "a link, and links are not followed [stray-file]\n", "    put a copy of the file in its place\n"
	const want = "moved.yaml:0:0: " + link + help + "person/dangling.yaml:0:0: " + link + help + "person/loop.yaml:0:0: " + link + help +
		"person/pipe.yaml:0:0: not a file that can be read: a device, a pipe or a socket [stray-file]\n    take it away\n" +
		"person/secret.yaml:0:0: " + link + help + "person/twin.yaml:0:0: " + link + help +
		"person/\ufffd.yaml:0:0: a name with characters that cannot be shown [stray-file]\n    a file's name is an id and .yaml: ada-lovelace.yaml\n" +
		"state:0:0: " + link + help
	if got := show(problems); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

# make test    every test, on a machine with Go, git and make
# make build   the website and the downloads, in public/

export CGO_ENABLED = 0

.PHONY: test build

test:
	.ci/need-browser
	go vet ./...
	go test ./...

build:
	go run ./cmd/publish build

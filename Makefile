# make test    every test, on a machine with Go, git and make
# make build   the website and the downloads, in public/
# make judges  validators of others, over public/; needs npm too (judges/README.md)

.PHONY: test build judges

test:
	.ci/need-browser
	go vet ./...
	go test ./...

build:
	go run ./cmd/publish build

# The judges need a newer Node than most machines have: it is one of their packages.
judges: export PATH := $(CURDIR)/judges/node_modules/.bin:$(PATH)
judges: build judges/node_modules/.package-lock.json
	.ci/need-browser
	judges/need
	node judges/run.mjs public
	node judges/faults.mjs public

judges/node_modules/.package-lock.json: judges/package.json judges/package-lock.json
	cd judges && npm ci --loglevel=error

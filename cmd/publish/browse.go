package main

import (
	"context"
	"os/exec"
	"runtime"
)

// browse opens an address with the browser that the system knows, and does not
// wait for it.
func browse(ctx context.Context, address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	command := exec.CommandContext(context.WithoutCancel(ctx), name, args...)
	if err := command.Start(); err != nil {
		return err
	}
	go command.Wait() // so that nothing is left of it when it ends
	return nil
}

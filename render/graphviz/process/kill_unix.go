//go:build unix

package process

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// killGroup gives cmd a process group of its own and has it killed as a whole:
// dot may be a script that starts the real one.
func killGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error {
		err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		if errors.Is(err, syscall.ESRCH) {
			return os.ErrProcessDone
		}
		return err
	}
}

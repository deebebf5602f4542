package canvas

import (
	"sync"
	"time"
)

// quiet is how long nothing must have changed before the file is written.
const quiet = 2 * time.Second

// saver writes the file of a workshop once nobody has changed anything for a while. The changes themselves are safe
// before: this only brings them to where people look for the file.
type saver struct {
	publish func() error
	tell    func(saving bool, err error) // called before and after each writing, on any goroutine
	wait    time.Duration

	mu      sync.Mutex
	timer   *time.Timer
	dirty   bool
	writing sync.Mutex // held while the file is written
}

func newSaver(publish func() error, wait time.Duration, tell func(bool, error)) *saver {
	return &saver{publish: publish, wait: wait, tell: tell}
}

// changed tells that the file is behind.
func (s *saver) changed() {
	if s.publish == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dirty = true
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(s.wait, func() { s.save() })
}

// save writes the file now if it is behind. Where that fails it stays behind.
func (s *saver) save() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if !s.take() {
		return nil
	}
	s.tell(true, nil)
	err := s.publish()
	if err != nil {
		s.mu.Lock()
		s.dirty = true
		s.mu.Unlock()
	}
	s.tell(false, err)
	return err
}

// take reports whether the file is behind and takes on to write it.
func (s *saver) take() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.dirty
	s.dirty = false
	return was
}

// close writes the file if it is behind and saves no more by itself.
func (s *saver) close() error {
	s.mu.Lock()
	if s.timer != nil {
		s.timer.Stop()
	}
	s.mu.Unlock()
	return s.save()
}

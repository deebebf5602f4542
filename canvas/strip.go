package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"samenbord/canvas/look"
)

// stripTime is how long a message that asks nothing stays.
const stripTime = 6 * time.Second

// strip tells one sentence at the bottom. What went wrong stays until it is closed.
type strip struct {
	box   *fyne.Container // holds one card, or nothing
	post  func(func())
	moved func()
	text  string
	timer *time.Timer
	round int
}

func newStrip(post func(func()), moved func()) *strip {
	return &strip{box: container.NewStack(), post: post, moved: moved}
}

// offer is something that a message lets people do.
type offer struct {
	word string
	do   func()
}

// say tells something for a while.
func (s *strip) say(text string, offers ...offer) {
	s.show(look.IconCheck, text, look.Speak, offers)
	round := s.round
	wait := stripTime
	if len(offers) > 0 {
		wait *= 3
	}
	s.timer = time.AfterFunc(wait, func() {
		s.post(func() {
			if s.round == round {
				s.close()
			}
		})
	})
}

// busy tells that something is going on, until the next message.
func (s *strip) busy(text string) { s.show(look.IconArrow, text, look.Speak, nil) }

// warn tells that something went wrong.
func (s *strip) warn(text string, offers ...offer) { s.show(look.IconAlert, text, look.Warn, offers) }

func (s *strip) show(icon look.Icon, text string, v look.Voice, offers []offer) {
	if s.timer != nil {
		s.timer.Stop()
	}
	s.round++
	s.text = text
	row := container.NewHBox()
	for _, o := range offers {
		row.Add(look.NewOutlined("", o.word, func() { s.close(); o.do() }))
	}
	row.Add(look.NewButton(look.IconClose, "", s.close))
	sign := look.NewSign(icon, v)
	body := container.NewHBox(sign, container.NewCenter(look.NewSentence(text, stripWidth)), look.Space(look.Gap, 0), row)
	s.box.Objects = []fyne.CanvasObject{look.NewCard(body, look.Radius, 6)}
	s.box.Refresh()
	s.moved()
}

// stripWidth is the most that the sentence of a message may take before it breaks, in screen units.
const stripWidth = 560

func (s *strip) close() {
	s.round++
	s.box.Objects = nil
	s.box.Refresh()
	s.moved()
}

func (s *strip) shown() bool { return len(s.box.Objects) > 0 }

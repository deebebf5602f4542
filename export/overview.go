package export

import (
	"samenbord/board"
	"samenbord/export/pdf"
)

// overview is the board of a step as on the screen, on one wide page.
func (b *book) overview(board *board.Board) {
	name := oneLine(board.Step.Name)
	s := b.add(pdf.A3Long, pdf.A4Long, name)
	width := s.wide - 2*margin
	s.spot(stepSpot(board.Step.ID), margin)
	s.put(margin, margin, title.as(pdf.Heading1, name, width))
	if text := oneLine(board.Step.Instruction); text != "" {
		s.below(margin, 4, lead.in(quiet).as(pdf.Paragraph, text, width))
	}
	b.drawBoard(s, board, rectBetween(margin, s.height+16, s.wide-margin, pdf.A4Long-margin))
	b.mark(0, name, stepSpot(board.Step.ID))
}

package intake

import (
	"cmp"
	"slices"
	"strings"

	"samenbord/board"
)

// Options of [Changes].
type Options struct {
	Step board.ID // where rows go that name no step; "" leaves them behind
}

// Report tells what became of a list.
type Report struct {
	Notes    int // that come in
	People   int // that were not known yet
	Clusters int // that are new
	Bad      []Bad
}

// Changes are the changes that put the rows of a list on the boards of their steps: people first, then clusters, then
// notes. Each good row becomes one note; a row that names a step that is not there is bad. No note comes to lie on
// another one.
func Changes(w *board.Workshop, rows Rows, o Options) ([]board.Change, Report) {
	a := newArrival(w)
	a.report.Bad = slices.Clone(rows.Bad)
	perStep := a.sort(rows.Good, o.Step)
	for _, s := range w.Steps() {
		if rows := perStep[s.ID]; len(rows) > 0 {
			a.land(w.Board(s.ID), rows)
		}
	}
	slices.SortStableFunc(a.report.Bad, func(a, b Bad) int { return cmp.Compare(a.Line, b.Line) })
	changes := slices.Concat(a.newcomers(), a.clusters, a.notes)
	return changes, a.report
}

// arrival is a list on its way onto the boards.
type arrival struct {
	w        *board.Workshop
	people   map[string]board.ID // by name, in small letters
	persons  []board.Person      // who are new
	clusters []board.Change
	notes    []board.Change
	report   Report
}

func newArrival(w *board.Workshop) *arrival {
	a := &arrival{w: w, people: map[string]board.ID{}}
	for _, p := range w.People() {
		key := strings.ToLower(line(p.Name))
		if _, had := a.people[key]; !had && key != "" {
			a.people[key] = p.ID
		}
	}
	return a
}

// sort parts the rows by their steps.
func (a *arrival) sort(rows []Row, fallback board.ID) map[board.ID][]Row {
	if _, ok := a.w.Step(fallback); !ok {
		fallback = ""
	}
	named := map[string]board.ID{"": fallback}
	out := map[board.ID][]Row{}
	for _, r := range rows {
		id, had := named[r.Step]
		if !had {
			s, _ := a.w.StepNamed(r.Step)
			id, named[r.Step] = s.ID, s.ID
		}
		switch {
		case id != "":
			out[id] = append(out[id], r)
		case r.Step == "":
			a.report.Bad = append(a.report.Bad, Bad{r.Line, reasonNoStep})
		default:
			a.report.Bad = append(a.report.Bad, Bad{r.Line, reasonStep(short(r.Step))})
		}
	}
	return out
}

// land puts rows on the board of their step: the loose ones in its sections, those of a cluster together.
func (a *arrival) land(b *board.Board, rows []Row) {
	g := newGround(b)
	last := ""
	if n := len(b.Notes); n > 0 {
		last = b.Notes[n-1].Order
	}
	orders := board.Orders(last, len(rows))
	put := func(rows []Row, spots []board.Rect, cluster board.ID) {
		for i, r := range rows {
			a.note(b.Step, r, orders[0], spots[i], cluster)
			orders = orders[1:]
		}
	}
	loose, answers, grouped := parted(b.Step, rows)
	put(loose, g.spread(b, sectionsFor(b, KindAny), len(loose)), "")
	put(answers, g.spread(b, sectionsFor(b, KindNote), len(answers)), "")
	var fresh []board.Cluster
	for _, members := range grouped {
		c, spots, isNew := cluster(b, g, members)
		if isNew {
			fresh = append(fresh, c)
		}
		put(members, spots, c.ID)
	}
	a.group(b, fresh)
}

// parted tells apart the loose rows, among them those that answer frictions, and the clusters in the order in which they
// are first named.
func parted(s board.Step, rows []Row) (loose, answers []Row, grouped [][]Row) {
	at := map[string]int{}
	for _, r := range rows {
		if r.Cluster == "" {
			if s.Role == board.RoleFriction && r.Kind == KindNote {
				answers = append(answers, r)
			} else {
				loose = append(loose, r)
			}
			continue
		}
		name := strings.ToLower(r.Cluster)
		i, had := at[name]
		if !had {
			i = len(grouped)
			at[name] = i
			grouped = append(grouped, nil)
		}
		grouped[i] = append(grouped[i], r)
	}
	return loose, answers, grouped
}

// note makes the note of a row. What a row does not say follows from its step: among frictions it is one.
func (a *arrival) note(s board.Step, r Row, order string, at board.Rect, cluster board.ID) {
	n := board.Note{
		ID: board.NewID(), Step: s.ID, Order: order, Rect: at, Text: r.Text, Color: cmp.Or(r.Color, board.Yellow),
		Author: a.person(r.Author), Cluster: cluster, Tags: r.Tags,
		Friction: r.Kind == KindFriction || r.Kind == KindAny && s.Role == board.RoleFriction,
	}
	if n.Friction {
		n.Color = board.Dark
	}
	a.notes = append(a.notes, board.Create(n))
	a.report.Notes++
}

// person finds somebody by name, or lets them in.
func (a *arrival) person(name string) board.ID {
	if name == "" {
		return ""
	}
	key := strings.ToLower(name)
	if id, ok := a.people[key]; ok {
		return id
	}
	p := board.Person{ID: board.NewID(), Name: name, Color: board.Colors[len(a.people)%len(board.Colors)]}
	a.people[key] = p.ID
	a.persons = append(a.persons, p)
	return p.ID
}

// newcomers are the changes that let new people in, behind those who are there.
func (a *arrival) newcomers() []board.Change {
	last := ""
	for _, p := range a.w.People() {
		last = p.Order
	}
	var out []board.Change
	for i, order := range board.Orders(last, len(a.persons)) {
		a.persons[i].Order = order
		out = append(out, board.Create(a.persons[i]))
	}
	a.report.People = len(out)
	return out
}

// cluster finds or makes the cluster that rows name, and places for their notes: near those that are in it already, or
// in a block of its own beside everything else.
func cluster(b *board.Board, g *ground, rows []Row) (c board.Cluster, spots []board.Rect, isNew bool) {
	for _, c := range b.Clusters {
		if strings.EqualFold(line(c.Name), rows[0].Cluster) {
			return c, g.near(b.Frame(c), len(rows)), false
		}
	}
	frame, spots := g.block(len(rows))
	return board.Cluster{ID: board.NewID(), Step: b.Step.ID, Name: rows[0].Cluster, At: frame.Min()}, spots, true
}

// group makes new clusters, behind those that are there.
func (a *arrival) group(b *board.Board, fresh []board.Cluster) {
	last := ""
	if n := len(b.Clusters); n > 0 {
		last = b.Clusters[n-1].Order
	}
	for i, order := range board.Orders(last, len(fresh)) {
		fresh[i].Order = order
		a.clusters = append(a.clusters, board.Create(fresh[i]))
		a.report.Clusters++
	}
}

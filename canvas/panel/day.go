package panel

import (
	"strconv"
	"strings"
	"time"

	"samenbord/assets"
)

// isoDay is how a day is stored, after ISO 8601.
const isoDay = "2006-01-02"

// sayDay writes a stored day as people say it, "1 maart 2027"; what cannot be read stays as it is.
func sayDay(words *assets.Dictionary, day string) string {
	t, err := time.Parse(isoDay, day)
	if err != nil {
		return day
	}
	return strconv.Itoa(t.Day()) + " " + month(words, t.Month()) + " " + strconv.Itoa(t.Year())
}

func month(words *assets.Dictionary, m time.Month) string {
	return words.T("month." + strconv.Itoa(int(m)))
}

// readDay reads a day as people type it: 1-3-2027, 1/3, 1 maart, 1 mrt 2027 or 2027-03-01. Without a year it is the
// next such day from now on. Nothing is no day.
func readDay(words *assets.Dictionary, text string, now time.Time) (day string, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return "", true
	}
	if t, err := time.Parse(isoDay, text); err == nil {
		return t.Format(isoDay), true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" -/.,", r) })
	if len(parts) < 2 || len(parts) > 3 {
		return "", false
	}
	d, err := strconv.Atoi(parts[0])
	m := readMonth(words, parts[1])
	if err != nil || m == 0 {
		return "", false
	}
	year := 0
	if len(parts) == 3 {
		if year, err = strconv.Atoi(parts[2]); err != nil || year > 9999 {
			return "", false
		}
		if year < 100 {
			year += 2000
		}
	}
	return dayOf(year, m, d, now)
}

// dayOf refuses days that no calendar has, such as 31 February.
func dayOf(year int, m time.Month, d int, now time.Time) (string, bool) {
	y := year
	if y == 0 {
		y = now.Year()
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC); year == 0 && t.Before(today) {
		t = time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
	}
	if t.Day() != d || t.Month() != m {
		return "", false
	}
	return t.Format(isoDay), true
}

// readMonth reads a month by its number or by the first three letters of its name in any language of Samenbord; 0 where
// it is none.
func readMonth(words *assets.Dictionary, text string) time.Month {
	if n, err := strconv.Atoi(text); err == nil {
		if n < 1 || n > 12 {
			return 0
		}
		return time.Month(n)
	}
	if text == "mrt" { // the usual short form of the third month in Dutch
		return time.March
	}
	for _, lang := range append([]string{words.Lang}, assets.Langs...) {
		for m := time.January; m <= time.December; m++ {
			name := strings.ToLower(month(assets.Words(lang), m))
			if len(text) >= 3 && strings.HasPrefix(name, text[:3]) && strings.HasPrefix(name, text) {
				return m
			}
		}
	}
	return 0
}

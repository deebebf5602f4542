package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
)

// Icon is a drawing of our own in a square of 24 units: lines of 2 units with round ends, nothing filled.
type Icon string

// The icons.
const (
	IconUndo         Icon = `<path d="M9 5 4 10l5 5"/><path d="M4 10h10a6 6 0 0 1 0 12h-3"/>`
	IconRedo         Icon = `<path d="m15 5 5 5-5 5"/><path d="M20 10H10a6 6 0 0 0 0 12h3"/>`
	IconCluster      Icon = `<rect x="3" y="3" width="18" height="18" rx="4"/><rect x="7" y="7" width="4" height="4" rx="1"/><rect x="13" y="7" width="4" height="4" rx="1"/><rect x="7" y="13" width="4" height="4" rx="1"/>`
	IconUnpack       Icon = `<path d="M21 12V7a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4v10a4 4 0 0 0 4 4h4"/><path d="m14 14 7 7"/><path d="M21 16v5h-5"/>`
	IconPlan         Icon = `<path d="m4 6 1.5 1.5L8 5"/><path d="M12 6h8"/><path d="m4 12 1.5 1.5L8 11"/><path d="M12 12h8"/><path d="m4 18 1.5 1.5L8 17"/><path d="M12 18h8"/>`
	IconPDF          Icon = `<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z"/><path d="M14 3v5h5"/><path d="M12 11v6"/><path d="m9.5 14.5 2.5 2.5 2.5-2.5"/>`
	IconBin          Icon = `<path d="M4 7h16"/><path d="M9 7V4h6v3"/><path d="m6 7 1 13h10l1-13"/><path d="M10 11v5"/><path d="M14 11v5"/>`
	IconLasso        Icon = `<path d="M12 4c5 0 9 2.2 9 5.5S17 15 12 15s-9-2.2-9-5.5S7 4 12 4z" stroke-dasharray="3.4 3"/><path d="M8 15c0 2 1 3 2.5 3S12 20 10 21"/>`
	IconFit          Icon = `<path d="M4 9V5a1 1 0 0 1 1-1h4"/><path d="M15 4h4a1 1 0 0 1 1 1v4"/><path d="M20 15v4a1 1 0 0 1-1 1h-4"/><path d="M9 20H5a1 1 0 0 1-1-1v-4"/>`
	IconPlus         Icon = `<path d="M12 5v14"/><path d="M5 12h14"/>`
	IconMinus        Icon = `<path d="M5 12h14"/>`
	IconClose        Icon = `<path d="m6 6 12 12"/><path d="M18 6 6 18"/>`
	IconPeople       Icon = `<circle cx="9" cy="8" r="3.5"/><path d="M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6"/><path d="M16 5a3.5 3.5 0 0 1 0 6.5"/><path d="M17.5 14.5c2.2.8 3.5 2.8 3.5 5.5"/>`
	IconMenu         Icon = `<path d="M4 7h16"/><path d="M4 12h16"/><path d="M4 17h16"/>`
	IconPen          Icon = `<path d="m4 20 1-4L16 5l3 3L8 19z"/><path d="m14 7 3 3"/>`
	IconCheck        Icon = `<path d="m5 12.5 4.5 4.5L19 7"/>`
	IconFolder       Icon = `<path d="M3 18V6a1 1 0 0 1 1-1h5l2 3h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z"/>`
	IconStar         Icon = `<path d="m12 4 2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L12 16.3l-5 2.9 1.2-5.6L4 9.8l5.6-.6z"/>`
	IconGlobe        Icon = `<circle cx="12" cy="12" r="9"/><path d="M3 12h18"/><path d="M12 3c3 3 4 6 4 9s-1 6-4 9c-3-3-4-6-4-9s1-6 4-9z"/>`
	IconMoon         Icon = `<path d="M20 14.5C14 16.5 8 10.5 9.8 4.2C6 5.4 3.6 8.6 3.6 12.2C3.6 16.8 7.2 20.4 11.8 20.4C15.4 20.4 18.8 18 20 14.5z"/>`
	IconNote         Icon = `<path d="M14 20H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v9z"/><path d="M14 20v-5a1 1 0 0 1 1-1h5"/>`
	IconPaste        Icon = `<path d="M8 5H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1h-2"/><rect x="8" y="3" width="8" height="4" rx="1"/><path d="M9 12h6"/><path d="M9 16h4"/>`
	IconAlert        Icon = `<circle cx="12" cy="12" r="9"/><path d="M12 7v6"/><path d="M12 16.5v.5"/>`
	IconArrow        Icon = `<path d="M5 12h14"/><path d="m13 6 6 6-6 6"/>`
	IconKeys         Icon = `<rect x="2" y="6" width="20" height="12" rx="2"/><path d="M6 10h.5"/><path d="M10 10h.5"/><path d="M14 10h.5"/><path d="M18 10h.5"/><path d="M8 14h8"/>`
	IconSun          Icon = `<circle cx="12" cy="12" r="4"/><path d="M12 3v2"/><path d="M12 19v2"/><path d="M3 12h2"/><path d="M19 12h2"/><path d="M5.6 5.6 7 7"/><path d="m17 17 1.4 1.4"/><path d="M5.6 18.4 7 17"/><path d="m17 7 1.4-1.4"/>`
	IconSave         Icon = `<path d="M5 4h11l4 4v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z"/><path d="M8 4v5h7V4"/><path d="M8 20v-6h8v6"/>`
	IconOne          Icon = `<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M8 9v6"/><path d="M16 9v6"/><path d="M12 10.5v.2"/><path d="M12 13.5v.2"/>`
	IconScreen       Icon = `<rect x="3" y="4" width="18" height="13" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`
	IconDuplicate    Icon = `<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>`
	IconSend         Icon = `<path d="M4 5v14"/><path d="M8 12h12"/><path d="m15 7 5 5-5 5"/>`
	IconTag          Icon = `<path d="M4 5a1 1 0 0 1 1-1h7l8 8-8 8-8-8z"/><path d="M8.5 8.5v.2"/>`
	IconMore         Icon = `<path d="M5 12h.2"/><path d="M12 12h.2"/><path d="M19 12h.2"/>`
	IconSplit        Icon = `<rect x="3" y="5" width="7" height="14" rx="2"/><rect x="14" y="5" width="7" height="14" rx="2"/>`
	IconMerge        Icon = `<rect x="3" y="5" width="18" height="14" rx="3"/><path d="m8 9 3 3-3 3"/><path d="m16 9-3 3 3 3"/>`
	IconPin          Icon = `<path d="M9 4h6"/><path d="M10 4v6l-3 4h10l-3-4V4"/><path d="M12 14v6"/>`
	IconUnlock       Icon = `<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 7.6-1.7"/>`
	IconFront        Icon = `<rect x="4" y="9" width="11" height="11" rx="2"/><path d="M9 6V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-1"/>`
	IconBehind       Icon = `<path d="M6 14H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v1"/><rect x="9" y="9" width="11" height="11" rx="2" stroke-dasharray="3 3"/>`
	IconGrid         Icon = `<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><rect x="14" y="14" width="6" height="6" rx="1"/>`
	IconAlignLeft    Icon = `<path d="M4 4v16"/><rect x="8" y="6" width="12" height="4" rx="1"/><rect x="8" y="14" width="7" height="4" rx="1"/>`
	IconAlignCenter  Icon = `<path d="M12 3v3"/><path d="M12 10v4"/><path d="M12 18v3"/><rect x="5" y="6" width="14" height="4" rx="1"/><rect x="8" y="14" width="8" height="4" rx="1"/>`
	IconAlignRight   Icon = `<path d="M20 4v16"/><rect x="4" y="6" width="12" height="4" rx="1"/><rect x="9" y="14" width="7" height="4" rx="1"/>`
	IconAlignTop     Icon = `<path d="M4 4h16"/><rect x="6" y="8" width="4" height="12" rx="1"/><rect x="14" y="8" width="4" height="7" rx="1"/>`
	IconAlignMiddle  Icon = `<path d="M3 12h3"/><path d="M10 12h4"/><path d="M18 12h3"/><rect x="6" y="5" width="4" height="14" rx="1"/><rect x="14" y="8" width="4" height="8" rx="1"/>`
	IconAlignBottom  Icon = `<path d="M4 20h16"/><rect x="6" y="4" width="4" height="12" rx="1"/><rect x="14" y="9" width="4" height="7" rx="1"/>`
	IconSpreadAcross Icon = `<path d="M4 4v16"/><path d="M20 4v16"/><rect x="9" y="7" width="6" height="10" rx="1"/>`
	IconSpreadDown   Icon = `<path d="M4 4h16"/><path d="M4 20h16"/><rect x="7" y="9" width="10" height="6" rx="1"/>`
	IconLink         Icon = `<rect x="3" y="3" width="7" height="7" rx="1.5"/><rect x="14" y="14" width="7" height="7" rx="1.5"/><path d="m10 10 4 4"/>`
	IconRing         Icon = `<ellipse cx="12" cy="12" rx="9" ry="7.5" stroke-dasharray="3.4 3"/><rect x="8" y="9" width="3.5" height="3.5" rx="1"/><rect x="13" y="11.5" width="3.5" height="3.5" rx="1"/>`
	IconEraser       Icon = `<path d="m7 20-4-4a1.5 1.5 0 0 1 0-2L13 4a1.5 1.5 0 0 1 2 0l5 5a1.5 1.5 0 0 1 0 2l-9 9z"/><path d="M8.5 8.5 16 16"/><path d="M11 20h9"/>`
	IconText         Icon = `<path d="M5 7V5h14v2"/><path d="M12 5v14"/><path d="M9 19h6"/>`
	IconPicture      Icon = `<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10" r="1.5"/><path d="m4 17 5-4 3 2.5 4-4.5 4.5 5"/>`
	IconSettings     Icon = `<path d="M4 7h9"/><path d="M19 7h1"/><circle cx="16" cy="7" r="2.5"/><path d="M4 17h1"/><path d="M11 17h9"/><circle cx="8" cy="17" r="2.5"/>`
	IconAll          Icon = `<rect x="4" y="4" width="7" height="7" rx="1.5"/><rect x="13" y="4" width="7" height="7" rx="1.5"/><rect x="4" y="13" width="7" height="7" rx="1.5"/><path d="m14 17 2 2 4-4"/>`
)

// Resource is the icon as a picture in one colour.
func (i Icon) Resource(c color.NRGBA) fyne.Resource {
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" `+
		`stroke="#%02x%02x%02x" stroke-opacity="%.2f" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">%s</svg>`,
		c.R, c.G, c.B, float64(c.A)/255, string(i))
	return fyne.NewStaticResource(fmt.Sprintf("icon-%x-%02x%02x%02x%02x.svg", hash(string(i)), c.R, c.G, c.B, c.A), []byte(svg))
}

// hash is FNV-1a: Fyne keeps pictures of resources by their name.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

package plan

import "samenbord/board"

// The words by which an action is placed, Dutch and English. They are few and plain on purpose: a proposal that is
// wrong costs a group more than one that is missing.

// stageWords say where on the acquisition path an action is at work.
var stageWords = map[board.Stage]string{
	board.StageUnknown: `
		linkedin*, website*, congres*, beurs, beurzen, vakbeurs*, spreken op, spreker*, lezing*, blog, blogs, podcast*,
		vakblad*, netwerkborrel*, koude acquisitie, koud bellen, belochtend*, belmiddag*, beldag*
		conference*, trade fair*, speak at, speaking at, speaker*, cold call*, trade journal*, networking event*`,
	board.StageInterested: `
		nieuwsbrief*, webinar*, kennissessie*, whitepaper*, lead, leads, prospect, prospects, !de lead
		newsletter*, knowledge session*, open day, !the lead, !lead the, !lead by, !lead time*`,
	board.StageConversation: `
		koffie, klantbezoek*, bezoek aan, klantgesprek*, acquisitiegesprek*, verkoopgesprek*, kennismaking*, gesprek,
		gesprekken, !gesprek tussen, !gesprek in het, !gesprek met de directie, !gesprekken met de directie
		coffee, client visit*, customer visit*, first meeting*, sales meeting*, sales conversation*, client conversation*`,
	board.StageProposal: `
		offerte, offertes, offertetraject*, *offerte, aanbesteding*, *aanbesteding, tender*, pitch*, !elevator pitch*
		proposal, proposals, quote, quotes, quotation*, bid, bids, !shortlist`,
	board.StageClient: `
		vaste klant*, bestaande klant*, huidige klant*, oude klant*, vaste opdrachtgever*, bestaande opdrachtgever*,
		oude opdrachtgever*, na oplevering, na de oplevering, bij oplevering, bij de oplevering, nazorg*,
		accountplan*, eind van een project, eind van het project
		regular client*, regular customer*, existing client*, existing customer*, current client*, former client*,
		after delivery, aftercare, account plan*, project close*`,
	board.StageAmbassador: `
		aanbevel*, aan te bevelen, bevelen ons aan, beveelt ons aan, klantverha*, ambassadeur*, referentie*, doorverwij*
		recommend*, referral*, testimonial*, customer story, customer stories, client story, client stories, ambassador*,
		reference project*`,
}

// blockWords say which building blocks of a platform of involvement an action makes.
var blockWords = map[board.Block]string{
	board.Transparency: `
		open agenda*, openbaar, transparan*, zichtbaar*, inzichtelijk*, inzage, delen, laten zien, vertellen wat,
		vertellen waarom, uitleggen waarom, leggen uit waarom, !marktaandelen, !delen van
		open calendar*, open diar*, open book*, openly, transparen*, visible, share, shared, sharing, show everyone,
		explain why, !market share, !share price`,
	board.Accessibility: `
		drempel*, laagdrempelig*, bereikbaar*, toegankelijk*, iedereen mag, iedereen kan, voor iedereen, rechtstreeks,
		makkelijk te vinden, snel te vinden, inloop*
		threshold*, accessib*, reachable, approachable, everyone may, everyone can, anyone may, anyone can,
		open to everyone, open to all, for everyone, easy to find, drop in, walk in`,
	board.Dialogue: `
		gesprek, gesprekken, *gesprek, *gesprekken, koffietafel*, klanttafel*, ronde tafel*, tafel met, samen, luister*,
		dialoog*, bespreken, meedenken, mee te denken
		conversation*, dialogue, round table*, client table*, coffee table*, talk with, talk to, listen*, together,
		discuss*, think along`,
	board.Reflection: `
		terugkijk*, terugblik*, terug te kijken, evalu*, leren, intervisie*, reflect*, nabespreken, geleerd, lessen uit,
		feedback, leerdoel*, !leren kennen, !kennen leren
		look back, looking back, learn, learning, lessons, retrospective*, peer review*, debrief*, !learn to know,
		!machine learning`,
}

// goalWords say that something is to become more, less, better or different.
const goalWords = `
	!niet meer, !geen meer, !meer dan, meer, minder, vaker, beter, betere, sneller, sterker, leuker, groei*, verdubbel*,
	dit jaar, volgend jaar, binnen een jaar
	!no more, !any more, !anymore, !more than, more, less, fewer, better, faster, stronger, more often, grow, grows,
	growth, double, this year, next year, within a year`

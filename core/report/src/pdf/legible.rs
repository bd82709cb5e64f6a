//! Makes every text of a report printable before it is laid out, and lists what was replaced.
//!
//! One character without a glyph would make the PDF engine refuse the whole file. Characters nobody can see (controls,
//! joiners, direction marks, variation selectors) are dropped; any other without a glyph becomes □.

use super::text::Setter;
use crate::Report;
use crate::document::{Content, Dumbbell, Marker, PlainTable, Section, Timeline, TotalsChart, TrendPanel};
use crate::sheet::{Block, Sheet};
use std::collections::BTreeMap;

/// A character that was printed as □.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The character.
    pub char: char,
    /// How often it stood in the report's texts; at least 1.
    pub count: u32,
}

/// Longest text, in characters; the diary's notes end there as well.
const LONGEST: usize = 4_000;
const STANDS_FOR_UNKNOWN: char = '□';

pub(crate) fn legible(report: &Report, setter: &Setter) -> (Report, Vec<Replaced>) {
    let mut pass = Pass { setter, known: BTreeMap::new(), replaced: BTreeMap::new() };
    let mut report = report.clone();
    pass.report(&mut report);
    let replaced = pass.replaced.into_iter().map(|(char, count)| Replaced { char, count }).collect();
    (report, replaced)
}

/// The same for a sheet.
pub(crate) fn legible_sheet(sheet: &Sheet, setter: &Setter) -> (Sheet, Vec<Replaced>) {
    let mut pass = Pass { setter, known: BTreeMap::new(), replaced: BTreeMap::new() };
    let mut sheet = sheet.clone();
    pass.sheet(&mut sheet);
    let replaced = pass.replaced.into_iter().map(|(char, count)| Replaced { char, count }).collect();
    (sheet, replaced)
}

struct Pass<'a> {
    setter: &'a Setter,
    known: BTreeMap<char, bool>,
    replaced: BTreeMap<char, u32>,
}

impl Pass<'_> {
    fn report(&mut self, r: &mut Report) {
        let single = [
            Some(&mut r.header.title),
            r.header.person.as_mut(),
            Some(&mut r.header.zone),
            Some(&mut r.document_id),
            Some(&mut r.method_set),
            r.sample_label.as_mut(),
            r.data.since.as_mut(),
        ];
        for text in single.into_iter().flatten() {
            self.line(text);
        }
        let lists = [
            &mut r.data.sentences,
            &mut r.questions,
            &mut r.goals,
            &mut r.sessions.sentences,
            &mut r.changes,
            &mut r.limits,
        ];
        for list in lists {
            self.list(list);
        }
        r.panels.iter_mut().for_each(|p| self.panel(p));
        for q in &mut r.questionnaires {
            self.line(&mut q.name);
            self.line(&mut q.range);
        }
        for row in &mut r.sessions.rows {
            self.line(&mut row.measure);
        }
        for part in &mut r.parts {
            self.line(&mut part.heading);
            part.content.iter_mut().for_each(|content| self.content(content));
        }
        r.method_page.iter_mut().for_each(|section| self.section(section));
    }

    fn section(&mut self, Section { heading, paragraphs }: &mut Section) {
        self.line(heading);
        self.list(paragraphs);
    }

    fn content(&mut self, content: &mut Content) {
        match content {
            Content::Text(section) => self.section(section),
            Content::Table(PlainTable { heading, columns, rows }) => {
                self.line(heading);
                let heads = columns.iter_mut().map(|column| &mut column.head);
                for text in heads.chain(rows.iter_mut().flatten()) {
                    self.line(text);
                }
            }
            Content::Panels(panels) => panels.iter_mut().for_each(|p| self.panel(p)),
            Content::Dumbbell(Dumbbell { heading, measure, .. }) => {
                self.line(heading);
                self.line(measure);
            }
            Content::Timeline(lanes) => self.timeline(lanes),
            Content::Totals(charts) => {
                for TotalsChart { name, range, caption, .. } in charts {
                    for text in [name, range, caption] {
                        self.line(text);
                    }
                }
            }
        }
    }

    fn sheet(&mut self, s: &mut Sheet) {
        let single = [
            Some(&mut s.title),
            Some(&mut s.person),
            Some(&mut s.given),
            Some(&mut s.zone),
            s.sample_label.as_mut(),
            Some(&mut s.foot),
        ];
        for text in single.into_iter().flatten() {
            self.line(text);
        }
        for part in s.front.iter_mut().chain(&mut s.back) {
            self.line(&mut part.heading);
            for block in &mut part.blocks {
                match block {
                    Block::Text(text) => self.text(text),
                    Block::Row { label, texts } => {
                        self.line(label);
                        self.list(texts);
                    }
                    Block::Ask { question, known } => {
                        self.line(question);
                        if let Some(known) = known {
                            self.line(known);
                        }
                    }
                    Block::Body { alt, key, .. } => {
                        self.line(alt);
                        self.line(key);
                    }
                    Block::Sign(lines) => {
                        for line in lines {
                            self.line(line);
                        }
                    }
                }
            }
            // A text of nothing but invisible characters leaves nothing to say.
            part.blocks.retain(|block| match block {
                Block::Text(text) => !text.is_empty(),
                Block::Row { texts, .. } => !texts.is_empty(),
                Block::Ask { .. } | Block::Sign(_) | Block::Body { .. } => true,
            });
        }
    }

    fn timeline(&mut self, lanes: &mut Timeline) {
        for medicine in &mut lanes.medicines {
            self.line(&mut medicine.name);
            medicine.doses.iter_mut().filter_map(|dose| dose.dose.as_mut()).for_each(|dose| self.line(dose));
            medicine.changes.iter_mut().for_each(|change| self.line(&mut change.label));
        }
        lanes.practices.iter_mut().for_each(|lane| self.line(&mut lane.name));
        lanes.events.iter_mut().for_each(|event| self.line(&mut event.label));
    }

    fn panel(&mut self, p: &mut TrendPanel) {
        for text in [Some(&mut p.measure), p.unit.as_mut(), Some(&mut p.caption), p.listed.as_mut()]
            .into_iter()
            .flatten()
        {
            self.line(text);
        }
        for Marker { label, .. } in p.medicines.iter_mut().chain(&mut p.events) {
            self.line(label);
        }
    }

    fn list(&mut self, texts: &mut Vec<String>) {
        for text in texts.iter_mut() {
            self.text(text);
        }
        texts.retain(|t| !t.is_empty());
    }

    /// A text in which line breaks are spaces.
    fn line(&mut self, text: &mut String) {
        self.text(text);
        if text.contains('\n') {
            *text = text.replace('\n', " ");
        }
    }

    fn text(&mut self, text: &mut String) {
        let mut out = String::with_capacity(text.len().min(LONGEST));
        let mut rest = text.chars();
        let mut length = 0;
        for c in rest.by_ref() {
            let Some(c) = self.character(c) else { continue };
            out.push(c);
            length += 1;
            if length == LONGEST {
                break;
            }
        }
        if length == LONGEST && rest.next().is_some() {
            out.pop();
            out.push('…');
        }
        out.trim().clone_into(text);
    }

    fn character(&mut self, c: char) -> Option<char> {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => return Some('\n'),
            '\t' | '\u{2000}'..='\u{200A}' | '\u{3000}' => return Some(' '),
            _ if c.is_control() || is_invisible(c) => return None,
            _ => {}
        }
        let covered = *self.known.entry(c).or_insert_with(|| self.setter.covers(c));
        if covered {
            return Some(c);
        }
        *self.replaced.entry(c).or_insert(0) += 1;
        Some(STANDS_FOR_UNKNOWN)
    }
}

/// Unicode's default-ignorable code points, and the ones PDF/A forbids as text.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        || is_noncharacter(c)
}

const fn is_noncharacter(c: char) -> bool {
    let u = c as u32;
    (u & 0xFFFE) == 0xFFFE || (0xFDD0 <= u && u <= 0xFDEF)
}

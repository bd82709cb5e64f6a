//! Medicines, plan changes and unwanted effects: one sentence each.

use super::super::block::{Block, LeftOver, lines_in};
use super::super::ink::Ink;
use super::super::page::{WIDTH, mm};
use super::super::{text::Setter, words};
use crate::Report;
use crate::document::{Section, SummaryBlock};

/// Most lines a sentence gets here.
const MOST_LINES: usize = 2;
const MOST_SENTENCES: usize = 8;

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut block = Block::titled(setter, &words::changes());
    if report.changes.is_empty() {
        block.paragraph(setter, &words::nothing(report, SummaryBlock::Changes), 1, Ink::Grey);
        return block;
    }
    let all = report.changes.len();
    let (mut shown, mut cut) = (0, false);
    for (i, text) in report.changes.iter().take(MOST_SENTENCES).enumerate() {
        let lines = lines_in((room - block.height).min(mm(100.0))).min(MOST_LINES);
        if lines == 0 {
            break;
        }
        cut |= block.paragraph(setter, text, lines, Ink::Black);
        shown = i + 1;
    }
    if shown < all || cut {
        let note = if shown < all { words::more(all - shown) } else { words::in_full() };
        block.note(setter, &words::changes(), &note, WIDTH);
        let paragraphs = report.changes.clone();
        block.left_over.push(LeftOver::Text(Section { heading: words::changes(), paragraphs }));
    }
    block
}

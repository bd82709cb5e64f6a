//! Page 1, complete in itself: seven blocks that share a fixed height.
//!
//! Each block has a height it is sure of. What one does not need goes to the others in a fixed order, then to the
//! charts, then to the space between blocks. What still does not fit is shortened here and printed in full later.

mod changes;
mod data;
mod limits;
mod tables;
mod trends;
mod wishes;

use super::block::{Block, LeftOver};
use super::flow::Entry;
use super::frame::BODY_TOP;
use super::page::{BODY, mm};
use super::tags::Element;
use super::text::Setter;
use super::words;
use crate::Report;

/// Page 1, laid out.
pub(crate) struct Summary {
    pub(crate) elements: Vec<Element>,
    pub(crate) outline: Vec<Entry>,
    pub(crate) left_over: Vec<LeftOver>,
}

type Build = fn(&Report, &mut Setter, f32) -> Block;

/// A block of page 1: its title, how it is built in some room, the height it is sure of, and its turn when room is
/// left (0 first).
struct Slot {
    title: fn() -> String,
    build: Build,
    sure: f32,
    turn: u8,
}

const SLOTS: [Slot; 7] = [
    Slot { title: words::period_and_data, build: data::block, sure: mm(22.4), turn: 2 },
    Slot { title: words::questions, build: wishes::block, sure: mm(22.3), turn: 3 },
    Slot { title: words::trends, build: trends::block, sure: trends::SURE, turn: 6 },
    Slot { title: words::questionnaires, build: tables::questionnaires, sure: mm(18.9), turn: 4 },
    Slot { title: words::sessions, build: tables::sessions, sure: mm(32.0), turn: 5 },
    Slot { title: words::changes, build: changes::block, sure: mm(14.05), turn: 1 },
    Slot { title: words::how_to_read, build: limits::block, sure: mm(16.6), turn: 0 },
];

const LEAST_GAP: f32 = mm(1.2);
const MOST_GAP: f32 = mm(5.0);

pub(crate) fn summary(report: &Report, setter: &mut Setter) -> Summary {
    let wanted: Vec<f32> = SLOTS.iter().map(|s| (s.build)(report, setter, f32::INFINITY).height).collect();
    let gaps = f32::from(u8::try_from(SLOTS.len() - 1).unwrap_or(0));
    let granted = share(&wanted, BODY - gaps * LEAST_GAP);
    let blocks: Vec<Block> =
        SLOTS.iter().zip(&granted).map(|(s, room)| (s.build)(report, setter, *room)).collect();

    let used: f32 = blocks.iter().map(|b| b.height).sum();
    let gap = ((BODY - used) / gaps).clamp(0.0, MOST_GAP);
    let mut y = BODY_TOP;
    let last = blocks.len().saturating_sub(1);
    let mut page = Summary { elements: vec![], outline: vec![], left_over: vec![] };
    for (i, slot, mut block) in SLOTS.iter().zip(blocks).enumerate().map(|(i, (s, b))| (i, s, b)) {
        // How to read the page stands at its foot, whatever is above.
        if i == last {
            y = y.max(BODY_TOP + BODY - block.height);
        }
        block.element.place(0, 0.0, y);
        page.outline.push(Entry { title: (slot.title)(), sheet: 0, y });
        page.elements.push(block.element);
        page.left_over.extend(block.left_over);
        y += block.height + gap;
    }
    page
}

/// The height each block gets, in the order of [`SLOTS`].
fn share(wanted: &[f32], room: f32) -> Vec<f32> {
    let mut granted: Vec<f32> = SLOTS.iter().zip(wanted).map(|(slot, want)| want.min(slot.sure)).collect();
    let mut left = room - granted.iter().sum::<f32>();
    for turn in 0..=6 {
        for ((slot, want), got) in SLOTS.iter().zip(wanted).zip(&mut granted) {
            if slot.turn == turn {
                let more = (want - *got).min(left).max(0.0);
                *got += more;
                left -= more;
            }
        }
    }
    granted
}

//! Four trends: what is worse when higher at the left, what is better when higher at the right.

use super::super::block::{self, Block, LeftOver};
use super::super::chart;
use super::super::ink::Ink;
use super::super::page::{WIDTH, mm};
use super::super::text::{Setter, Style};
use super::super::words;
use crate::Report;
use crate::document::{Direction, TrendPanel};

const BETWEEN: f32 = mm(2.0);
const TOP: f32 = mm(0.5) + block::HEADING;
/// Height with both rows of panels at their least height.
pub(super) const LEAST: f32 = TOP + 2.0 * chart::HEIGHT + BETWEEN;
/// Panels grow to this when other blocks leave room.
const MOST_PANEL: f32 = mm(48.0);

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut block = Block::titled(setter, words::TRENDS, "");
    let (page_one, later) = arrange(&report.panels);
    if page_one.is_empty() {
        block.paragraph(setter, words::NONE, 1, Ink::Grey);
        return block;
    }
    let shown: Vec<TrendPanel> = page_one.iter().flatten().flatten().map(|p| (*p).clone()).collect();
    let y = mm(0.5) + Style::Heading.drop() - Style::Caption.drop();
    if let Some(legend) = chart::legend(setter, &shown, WIDTH, y) {
        block.element.push(legend);
    }
    let rows = f32::from(u8::try_from(page_one.len()).unwrap_or(2));
    let height = ((room - TOP - BETWEEN * (rows - 1.0)) / rows).clamp(chart::HEIGHT, MOST_PANEL);
    let lines = chart::caption_lines(setter, &shown);
    let mut y = TOP;
    for row in &page_one {
        for (panel, x) in row.iter().zip([0.0, WIDTH - chart::WIDTH]) {
            let Some(panel) = panel else { continue };
            let mut figure = chart::panel(setter, panel, height, lines);
            figure.shift(x, y);
            block.element.push(figure);
        }
        y += height + BETWEEN;
    }
    block.height = y - BETWEEN;
    if !later.is_empty() {
        block.left_over.push(LeftOver::Panels(later.into_iter().cloned().collect()));
    }
    block
}

type Row<'a> = [Option<&'a TrendPanel>; 2];

/// Two columns of two, in the order given within a column; a full column spills into the other.
fn arrange(panels: &[TrendPanel]) -> (Vec<Row<'_>>, Vec<&TrendPanel>) {
    let mut left: Vec<&TrendPanel> = vec![];
    let mut right: Vec<&TrendPanel> = vec![];
    let mut later = vec![];
    for panel in panels {
        let worse = panel.direction == Direction::HigherWorse;
        let (own, other) = if worse { (&mut left, &mut right) } else { (&mut right, &mut left) };
        if own.len() < 2 {
            own.push(panel);
        } else if other.len() < 2 && panels.len() <= 4 {
            other.push(panel);
        } else {
            later.push(panel);
        }
    }
    let rows = left.len().max(right.len());
    let rows = (0..rows).map(|i| [left.get(i).copied(), right.get(i).copied()]).collect();
    (rows, later)
}

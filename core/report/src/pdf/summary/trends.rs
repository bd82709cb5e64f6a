//! Four trends: what is worse when higher at the left, what is better when higher at the right.

use super::super::block::{self, Block, LeftOver};
use super::super::chart;
use super::super::ink::Ink;
use super::super::page::{WIDTH, mm};
use super::super::text::{Setter, Style};
use super::super::words;
use crate::Report;
use crate::document::{Direction, SummaryBlock, TrendPanel};

const BETWEEN: f32 = mm(2.0);
const TOP: f32 = block::OVER + block::HEADING;
/// Height the block is sure of: two rows of panels of at least 41 mm.
pub(super) const SURE: f32 = mm(91.2);
const LEAST_PLOT: f32 = mm(12.0);
const MOST_PLOT: f32 = mm(26.0);

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut block = Block::titled(setter, &words::trends());
    let (page_one, later) = arrange(&report.panels);
    if page_one.is_empty() {
        block.paragraph(setter, &words::nothing(report, SummaryBlock::Trends), 1, Ink::Grey);
        return block;
    }
    let shown: Vec<TrendPanel> = page_one.iter().flatten().flatten().map(|p| (*p).clone()).collect();
    let y = block::OVER + Style::Heading.drop() - Style::Caption.drop();
    let heading = setter.one(&words::trends(), Style::Heading, WIDTH).map_or(0.0, |line| line.width);
    let mut top = TOP;
    if let Some((legend, lines)) = chart::legend(setter, &shown, (heading + mm(4.0), WIDTH), y) {
        block.element.push(legend);
        top += f32::from(lines - 1) * Style::Caption.pitch();
    }
    let plot = plot_height(setter, &page_one, room - top);
    let mut y = top;
    for row in &page_one {
        for (panel, x) in row.iter().zip([0.0, WIDTH - chart::WIDTH]) {
            let Some(panel) = panel else { continue };
            let mut figure = chart::panel(setter, panel, plot);
            figure.shift(x, y);
            block.element.push(figure);
        }
        y += row_height(setter, row, plot) + BETWEEN;
    }
    block.height = y - BETWEEN;
    if !later.is_empty() {
        block.left_over.push(LeftOver::Panels(later.into_iter().cloned().collect()));
    }
    block
}

/// One height for all plots, so that slopes can be compared across panels.
fn plot_height(setter: &mut Setter, rows: &[Row<'_>], room: f32) -> f32 {
    let fixed: f32 = rows.iter().map(|row| row_height(setter, row, 0.0) + BETWEEN).sum::<f32>() - BETWEEN;
    let drawn = rows.iter().filter(|row| row.iter().flatten().any(|p| p.listed.is_none())).count();
    let drawn = f32::from(u8::try_from(drawn.max(1)).unwrap_or(1));
    ((room - fixed) / drawn).clamp(LEAST_PLOT, MOST_PLOT)
}

fn row_height(setter: &mut Setter, row: &Row<'_>, plot: f32) -> f32 {
    let panels: Vec<TrendPanel> = row.iter().flatten().map(|p| (*p).clone()).collect();
    let text = panels
        .iter()
        .filter(|p| p.listed.is_some())
        .map(|p| chart::text_height(setter, p))
        .fold(0.0, f32::max);
    if panels.iter().all(|p| p.listed.is_some()) {
        return text;
    }
    let lines = chart::caption_lines(setter, &panels);
    chart::height(plot, lines).max(text)
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

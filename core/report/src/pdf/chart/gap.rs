//! Days without entries: hatched, with their number where it fits.

use super::super::ink::{Ink, Mark, Pen, Step, rectangle};
use super::super::page::mm;
use super::super::text::{Setter, Style};
use super::super::words;
use super::WIDTH;
use super::plot::{Gap, Plot};
use tidemark_findings as findings;

/// How many days a gap has, where it fits.
pub(super) fn label(setter: &mut Setter, gap: &Gap, plot: &Plot) -> Vec<Mark> {
    let (left, right) = (plot.x_edge(gap.first), plot.x_edge(gap.first + gap.days));
    let count = words::days(gap.days);
    let whole = words::counted("report.gap", gap.days);
    let [without, entries] = ["report.without", "report.entries"].map(findings::text);
    for parts in [vec![whole.as_str()], vec![count.as_str(), &without, &entries]] {
        let lines: Vec<_> = parts.iter().filter_map(|t| setter.one(t, Style::Caption, WIDTH)).collect();
        let width = lines.iter().map(|l| l.width).fold(0.0, f32::max);
        let height: f32 = lines.iter().map(|_| mm(3.1)).sum();
        if width + mm(1.6) > right - left || height + mm(1.0) > plot.bottom - plot.top {
            continue;
        }
        let middle = f32::midpoint(left, right);
        let mut y = f32::midpoint(plot.top, plot.bottom) - height / 2.0;
        let pad = mm(0.6);
        let mut marks = vec![rectangle(
            middle - width / 2.0 - pad,
            y - pad,
            width + 2.0 * pad,
            height + 2.0 * pad,
            Some(Ink::White),
            None,
        )];
        for line in lines {
            marks.push(Mark::Text { x: middle - line.width / 2.0, y: y + mm(2.45), line, ink: Ink::Grey });
            y += mm(3.1);
        }
        return marks;
    }
    vec![]
}

/// Diagonal lines over days without an entry, cut at the edges.
pub(super) fn hatch(gap: &Gap, plot: &Plot) -> Mark {
    let (left, right) = (plot.x_edge(gap.first), plot.x_edge(gap.first + gap.days));
    let (top, bottom) = (plot.top, plot.bottom);
    let mut steps = vec![];
    let (width, height) = (right - left, bottom - top);
    let mut offset = mm(0.7);
    while offset < width + height && steps.len() < 2_000 {
        // The line x + y = offset, from the left or bottom edge to the top or right edge.
        let start = if offset <= height { (left, top + offset) } else { (left + offset - height, bottom) };
        let end = if offset <= width { (left + offset, top) } else { (right, top + offset - width) };
        steps.push(Step::Move(start.0, start.1));
        steps.push(Step::Line(end.0, end.1));
        offset += mm(1.4);
    }
    Mark::Shape { steps, fill: None, pen: Some(Pen::solid(Ink::Pale, mm(0.18))) }
}

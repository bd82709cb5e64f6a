//! What can be put on a page: lines of text and shapes, in three inks.
//!
//! Coordinates are points from the top left of the content box (or of the block, before it is placed). Marks know
//! their bounds, so a test can prove that nothing leaves the box.

use super::page::mm;
use super::text::Line;

/// The inks of the page; text never uses the palest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    /// 60 % grey, the lightest ink for text.
    Grey,
    /// 25 % grey, for bands and grid lines.
    Pale,
    /// Paper, for the inside of rings and under labels.
    White,
}

impl Ink {
    /// How light it is, 0 to 255.
    pub(crate) const fn luma(self) -> u8 {
        match self {
            Self::Black => 0,
            Self::Grey => 102,
            Self::Pale => 191,
            Self::White => 255,
        }
    }
}

/// How a line is stroked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pen {
    pub(crate) ink: Ink,
    pub(crate) width: f32,
    pub(crate) dash: Dash,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dash {
    Solid,
    /// Solid with round ends; a very short line is a dot, in a third of the operators of a circle.
    Round,
    Dashed,
    Dotted,
}

impl Dash {
    /// Lengths of dash and gap in points; none for a line without gaps.
    pub(crate) const fn pattern(self) -> Option<[f32; 2]> {
        match self {
            Self::Solid | Self::Round => None,
            Self::Dashed => Some([mm(0.9), mm(0.6)]),
            Self::Dotted => Some([0.0, mm(0.75)]),
        }
    }

    /// Whether lines and dashes have round ends.
    pub(crate) const fn is_round(self) -> bool {
        matches!(self, Self::Round | Self::Dotted)
    }
}

impl Pen {
    pub(crate) const fn solid(ink: Ink, width: f32) -> Self {
        Self { ink, width, dash: Dash::Solid }
    }
}

/// One step of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}

/// One thing on the page.
#[derive(Clone, Debug)]
pub(crate) enum Mark {
    /// A line of text; `y` is its base line.
    Text { line: Line, x: f32, y: f32, ink: Ink },
    /// Closed outlines, filled, then stroked.
    Shape { steps: Vec<Step>, fill: Option<Ink>, pen: Option<Pen> },
}

/// Left, top, right, bottom.
#[cfg(test)]
pub(crate) type Bounds = [f32; 4];

impl Mark {
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Text { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Shape { steps, .. } => {
                for step in steps {
                    match step {
                        Step::Move(x, y) | Step::Line(x, y) => {
                            *x += dx;
                            *y += dy;
                        }
                        Step::Curve(pairs) => {
                            for pair in pairs.chunks_exact_mut(2) {
                                if let [x, y] = pair {
                                    *x += dx;
                                    *y += dy;
                                }
                            }
                        }
                        Step::Close => {}
                    }
                }
            }
        }
    }

    /// Bounds with half the pen on each side; `None` for a shape without points.
    #[cfg(test)]
    pub(crate) fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Text { line, x, y, .. } => {
                let size = line.style.size();
                Some([*x, y - size * super::text::ASCENT, x + line.width, y + size * super::text::DESCENT])
            }
            Self::Shape { steps, pen, .. } => {
                let points = steps.iter().flat_map(|step| match *step {
                    Step::Move(x, y) | Step::Line(x, y) => vec![(x, y)],
                    Step::Curve([x1, y1, x2, y2, x, y]) => vec![(x1, y1), (x2, y2), (x, y)],
                    Step::Close => vec![],
                });
                let half = pen.map_or(0.0, |p| p.width / 2.0);
                let around = points.map(|(x, y)| [x - half, y - half, x + half, y + half]);
                around.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
            }
        }
    }
}

/// Adds a dot to the steps of a shape that is stroked with [`dot_pen`].
pub(crate) fn dot(steps: &mut Vec<Step>, x: f32, y: f32) {
    steps.extend([Step::Move(x - 0.01, y), Step::Line(x + 0.01, y)]);
}

/// The pen for dots of some radius.
pub(crate) const fn dot_pen(r: f32) -> Pen {
    Pen { ink: Ink::Black, width: 2.0 * r, dash: Dash::Round }
}

/// A stroked polyline.
pub(crate) fn polyline(points: &[(f32, f32)], pen: Pen) -> Mark {
    Mark::Shape { steps: open(points), fill: None, pen: Some(pen) }
}

/// A straight line.
pub(crate) fn line(from: (f32, f32), to: (f32, f32), pen: Pen) -> Mark {
    polyline(&[from, to], pen)
}

/// A filled polygon.
pub(crate) fn polygon(points: &[(f32, f32)], fill: Ink) -> Mark {
    let mut steps = open(points);
    steps.push(Step::Close);
    Mark::Shape { steps, fill: Some(fill), pen: None }
}

/// A rectangle.
pub(crate) fn rectangle(x: f32, y: f32, w: f32, h: f32, fill: Option<Ink>, pen: Option<Pen>) -> Mark {
    let mut steps = open(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]);
    steps.push(Step::Close);
    Mark::Shape { steps, fill, pen }
}

/// A circle, filled or as a ring.
pub(crate) fn circle(x: f32, y: f32, r: f32, fill: Ink, pen: Option<Pen>) -> Mark {
    Mark::Shape { steps: round(x, y, r), fill: Some(fill), pen }
}

/// The outline of a circle as four curves.
pub(crate) fn round(x: f32, y: f32, r: f32) -> Vec<Step> {
    let k = r * 0.552_284_8;
    vec![
        Step::Move(x + r, y),
        Step::Curve([x + r, y + k, x + k, y + r, x, y + r]),
        Step::Curve([x - k, y + r, x - r, y + k, x - r, y]),
        Step::Curve([x - r, y - k, x - k, y - r, x, y - r]),
        Step::Curve([x + k, y - r, x + r, y - k, x + r, y]),
        Step::Close,
    ]
}

fn open(points: &[(f32, f32)]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(points.len() + 1);
    for (i, &(x, y)) in points.iter().enumerate() {
        steps.push(if i == 0 { Step::Move(x, y) } else { Step::Line(x, y) });
    }
    steps
}

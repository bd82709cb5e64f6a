//! A trend in one line of a terminal: eight heights over the measure's whole scale, a blank where nothing is known.

const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// At most `cells` characters; each is the mean of its stretch of days, or a blank without values.
pub(crate) fn line(points: &[(i32, f64)], first: i32, last: i32, scale: (f64, f64), cells: i32) -> String {
    let days = (last - first + 1).max(1);
    let cells = cells.min(days).max(1);
    let cell = |index: i32| {
        let (from, to) = (first + index * days / cells, first + (index + 1) * days / cells);
        let inside: Vec<f64> =
            points.iter().filter(|(day, _)| from <= *day && *day < to).map(|(_, value)| *value).collect();
        let count = f64::from(u32::try_from(inside.len()).unwrap_or(u32::MAX));
        if inside.is_empty() { ' ' } else { height(inside.iter().sum::<f64>() / count, scale) }
    };
    (0..cells).map(cell).collect()
}

fn height(value: f64, (min, max): (f64, f64)) -> char {
    let share = ((value - min) / (max - min)).clamp(0.0, 1.0);
    let steps = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875];
    let above = steps.iter().filter(|step| share > **step).count();
    HEIGHTS.get(above).copied().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_stay_blank_and_heights_use_the_whole_scale() {
        assert_eq!(line(&[(0, 0.0), (1, 10.0), (3, 5.0)], 0, 3, (0.0, 10.0), 20), "▁█ ▄");
    }
}

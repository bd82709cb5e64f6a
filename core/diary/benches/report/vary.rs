//! The same report once more with other words and values, so that no program can answer from what it remembers.

use tidemark_report::Report;

/// Gives every text a number and moves every value along by as many places.
pub fn vary(report: &mut Report, run: usize) {
    let lists = [
        &mut report.data.sentences,
        &mut report.questions,
        &mut report.goals,
        &mut report.sessions.sentences,
        &mut report.changes,
        &mut report.limits,
    ];
    let sections = report.method_page.iter_mut().map(|section| &mut section.paragraphs);
    for text in lists.into_iter().chain(sections).flatten() {
        text.insert_str(0, &format!("{run}: "));
    }
    for panel in &mut report.panels {
        panel.caption.insert_str(0, &format!("{run}: "));
        let turn = |length: usize| run % length.max(1);
        let mut values: Vec<f64> = panel.points.iter().map(|point| point.value).collect();
        values.rotate_left(turn(panel.points.len()));
        panel.points.iter_mut().zip(values).for_each(|(point, value)| point.value = value);
        let mut weeks: Vec<_> = panel.weeks.iter().map(|week| (week.q1, week.median, week.q3)).collect();
        weeks.rotate_left(turn(panel.weeks.len()));
        for (week, (q1, median, q3)) in panel.weeks.iter_mut().zip(weeks) {
            (week.q1, week.median, week.q3) = (q1, median, q3);
        }
        for day in &mut panel.level {
            let shift = f64::from(u32::try_from(run % 100).unwrap()) / 1_000.0;
            day.level += shift;
            day.low += shift;
            day.high += shift;
        }
    }
}

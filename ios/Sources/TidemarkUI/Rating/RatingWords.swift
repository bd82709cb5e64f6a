//! How a rating is said: its scale, what a higher number means, and what was answered.

import TidemarkBindings
import TidemarkLogic

extension Words {
    /// "Stress, 0 to 10, higher is worse, not rated".
    public func spoken(_ question: Question, _ answer: Answer?) -> String {
        strings.ratingScale(
            label: question.label, low: value(question, question.minMilli), high: value(question, question.maxMilli),
            direction: direction(question.direction), state: state(question, answer))
    }

    /// What a higher number means.
    public func direction(_ direction: Direction) -> String {
        switch direction {
        case .higherWorse: strings.ratingHigherWorse()
        case .higherBetter: strings.ratingHigherBetter()
        case .neutral: strings.ratingNeutral()
        }
    }

    /// An answer's number in its measure's unit; a skip in words.
    public func shown(_ question: Question, _ answer: Answer) -> String {
        switch answer {
        case .recorded(let milli): value(question, milli)
        case .skipped: strings.ratingSkipped()
        }
    }

    /// A number of a measure, in its unit.
    public func value(_ question: Question, _ milli: Int64) -> String {
        question.unit == .hour ? hours(milli) : number(milli)
    }

    /// An end of a scale with its words: 0 none at all. None for an end without words.
    func anchor(_ question: Question, _ milli: Int64) -> String? {
        let said = milli == question.minMilli ? question.anchorLow : milli == question.maxMilli ? question.anchorHigh : nil
        return said.map { strings.ratingAnchor(number: value(question, milli), words: $0) }
    }

    private func state(_ question: Question, _ answer: Answer?) -> String {
        switch answer {
        case nil: strings.ratingNotRated()
        case .recorded(let milli): strings.ratingRated(value: value(question, milli))
        case .skipped: strings.ratingSkipped()
        }
    }
}

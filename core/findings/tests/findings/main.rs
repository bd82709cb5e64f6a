//! What the findings say about diaries built by hand. Expected numbers are written out, by hand or from the program
//! named beside them.

#[cfg(test)]
mod around_days;
#[cfg(test)]
mod cards;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod diary;
#[cfg(test)]
mod harder_days;
#[cfg(test)]
mod medicines_and_plan;
mod more_measures;
#[cfg(test)]
mod notes;
mod own_words;
#[cfg(test)]
mod plan_calendar;
#[cfg(test)]
mod planned;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod report;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod session_pages;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod silence;
#[cfg(test)]
mod trends;

//! What the findings say about diaries built by hand. Expected numbers are written out, by hand or from the program
//! named beside them.

mod diary;
mod report;
mod sessions;
mod silence;
mod trends;

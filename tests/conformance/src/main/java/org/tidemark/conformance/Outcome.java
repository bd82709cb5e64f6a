package org.tidemark.conformance;

/** What a validator said about one file and one standard. */
record Outcome(String path, String standard, int checks, boolean passed, String reason) {

    static Outcome passed(String path, String standard, int checks) {
        return new Outcome(path, standard, checks, true, "");
    }

    static Outcome failed(String path, String standard, int checks, String reason) {
        return new Outcome(path, standard, checks, false, reason);
    }

    String line() {
        String line = "%-4s %-8s %7d checks  %s".formatted(passed ? "ok" : "FAIL", standard, checks, path);
        return reason.isEmpty() ? line : line + "\n     " + reason;
    }
}

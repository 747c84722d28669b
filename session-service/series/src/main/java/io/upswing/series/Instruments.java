package io.upswing.series;

/** How the instruments are written in a sentence. */
final class Instruments {
    private Instruments() {}

    static String name(String instrument) {
        return switch (instrument) {
            case "PHQ9" -> "PHQ-9";
            case "GAD7" -> "GAD-7";
            case "QIDSSR16" -> "QIDS-SR16";
            case "HAMD17" -> "HAM-D17";
            case "CSSRS" -> "C-SSRS";
            default -> instrument; // MADRS, CADSS
        };
    }
}

package io.upswing.deploy.local.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is prescribed: a protocol, its pattern where it has several, the order, and the mg given first and later. */
record Plan(
        String protocolId,
        @Nullable String pattern,
        String indication,
        Map<String, Object> order,
        double firstMg,
        double laterMg) {
    private static final String TRD = "treatment-resistant depression";

    static final Plan NASAL_US = new Plan("esk-trd-us", null, TRD, Map.of("mg", 56), 56, 84);
    static final Plan NASAL_US_LOW = new Plan("esk-trd-us", null, TRD, Map.of("mg", 56), 56, 56);
    static final Plan NASAL_EU = new Plan("esk-trd-eu", null, TRD, Map.of("mg", 56), 56, 84);
    static final Plan NASAL_EU_OLD = new Plan("esk-trd-eu", null, TRD, Map.of("mg", 28), 28, 56);
    static final Plan NASAL_ACUTE =
            new Plan("esk-mdsi-us", null, "major depression with suicidal ideation", Map.of("mg", 84), 84, 84);
    static final Plan INFUSION = infusion("acute-2x");
    static final Plan INFUSION_3X = infusion("acute-3x");
    static final Plan INFUSION_WEEKLY = infusion("acute-weekly");
    static final Plan INJECTION = new Plan("im-racemic-series", null, TRD, Map.of("mgPerKg", 0.5), 36, 36);

    private static Plan infusion(String pattern) {
        return new Plan("iv-racemic-series", pattern, TRD, Map.of("mgPerKg", 0.5), 38, 38);
    }

    double mg(boolean first) {
        return first ? firstMg : laterMg;
    }

    /** The route as chairs are named for. */
    String route() {
        return switch (protocolId) {
            case "iv-racemic-series" -> "IV";
            case "im-racemic-series" -> "IM";
            default -> "IN";
        };
    }

    /** Esketamine for resistant depression needs a decision that other treatments were tried. */
    boolean needsEligibility() {
        return protocolId.startsWith("esk-trd");
    }

    boolean underRems() {
        return protocolId.endsWith("-us");
    }
}

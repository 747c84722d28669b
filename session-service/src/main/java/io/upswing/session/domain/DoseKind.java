package io.upswing.session.domain;

/** How a dose is given, and by which route alone that can be. */
public enum DoseKind {
    DEVICE("IN"),
    INFUSION_START("IV"),
    INFUSION_END("IV"),
    INJECTION("IM");

    private final String route;

    DoseKind(String route) {
        this.route = route;
    }

    boolean fits(String protocolRoute) {
        return route.equals(protocolRoute);
    }
}

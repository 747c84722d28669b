package io.upswing.http;

/**
 * What an endpoint asks of its caller. The roles of a token imply others (see this module's default settings): a
 * prescriber may do what a nurse may, a nurse and a manager what the front desk may.
 */
public final class Roles {
    /** Any role of the clinic but {@code operator}: reads. */
    public static final String READER = "reader";

    public static final String FRONT_DESK = "front-desk";
    public static final String NURSE = "nurse";
    public static final String PRESCRIBER = "prescriber";
    public static final String MANAGER = "manager";

    private Roles() {}
}

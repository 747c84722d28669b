package io.upswing.eventlog;

/** How often something goes wrong; it ends before the checks. */
final class Faults {

    private double disturbance;
    private double send;

    Faults(double disturbance, double send) {
        this.disturbance = disturbance;
        this.send = send;
    }

    /** Of a statement or a commit. */
    double disturbance() {
        return disturbance;
    }

    /** Of a send, in one of many ways. */
    double send() {
        return send;
    }

    void end() {
        disturbance = 0;
        send = 0;
    }
}

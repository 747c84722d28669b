package io.upswing.deploy.bench;

/** How fast something goes on, counted from the first time it was seen to have moved. */
final class Pace {
    private long first;
    private long done;
    private long from;
    private long until;

    /** So much more is done now. */
    void reached(long more) {
        if (more > 0) {
            until = System.nanoTime();
            if (done == 0) {
                first = more;
                from = until;
            }
            done += more;
        }
    }

    long done() {
        return done;
    }

    double seconds() {
        return (until - from) / 1e9;
    }

    double perSecond() {
        return (done - first) / seconds();
    }
}

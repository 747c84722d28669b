package io.upswing.series;

import io.upswing.session.events.Phase.Open;
import java.util.ArrayList;
import java.util.List;

/** R4 and R8: the flags of the counted sessions in order, and that of the interval while it is in effect. */
final class Flags {
    private Flags() {}

    static List<Flag> of(Situation situation) {
        var flags = new ArrayList<Flag>();
        for (var finding : situation.progress().findings()) {
            flags.add(finding.flag());
        }
        var interval = situation.progress().interval();
        if (interval != null && situation.progress().phase() instanceof Open open) {
            var code = open.flagged().get(interval.days());
            if (code != null) {
                flags.add(new Flag(code, interval.from()));
            }
        }
        return flags;
    }
}

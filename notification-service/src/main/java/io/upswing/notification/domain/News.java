package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.domain.Matter.Change;
import io.upswing.notification.domain.Matter.Slot;
import java.util.ArrayList;
import java.util.List;

/** What the clinic did to an appointment, as matters of their own: a moved, called off or delayed one is told as such. */
final class News {
    private static final String KNOWN = "The patient knows of this time.";

    private News() {}

    static List<Change> of(Slot slot, ToldTimes told) {
        var news = new ArrayList<Change>();
        var changed = slot.changed();
        if (changed != null) {
            switch (slot.state()) {
                case BOOKED -> news.add(moved(slot, changed, told));
                case CANCELLED -> news.add(calledOff(slot, changed, told));
                case MOVED, NO_SHOW -> {}
            }
        }
        var delayed = slot.delayed();
        if (delayed != null && slot.state() == Slot.State.BOOKED) {
            var about = new About.AChange(slot.appointmentId(), Kind.DELAYED, delayed.at(), delayed.expectedStart());
            news.add(new Change(about, slot.siteId(), slot.zone(), null));
        }
        return news;
    }

    /** They may have been told of yet another time in between: then the first word of this one is the last that counts. */
    private static Change moved(Slot slot, Slot.Changed changed, ToldTimes told) {
        var about = new About.AChange(slot.appointmentId(), Kind.CHANGED, changed.at(), slot.start());
        var knows = told.known(slot.appointmentId(), changed, about.key());
        return new Change(about, slot.siteId(), slot.zone(), knows.equals(slot.start()) ? KNOWN : null);
    }

    private static Change calledOff(Slot slot, Slot.Changed changed, ToldTimes told) {
        var knows = told.known(slot.appointmentId(), changed, null);
        var about = new About.AChange(slot.appointmentId(), Kind.CALLED_OFF, changed.at(), knows);
        return new Change(about, slot.siteId(), slot.zone(), null);
    }
}

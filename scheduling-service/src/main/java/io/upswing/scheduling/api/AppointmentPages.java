package io.upswing.scheduling.api;

import io.upswing.links.Pages;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.Words;
import io.upswing.scheduling.domain.Booking;
import io.upswing.scheduling.domain.FreeSlot;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.view.LinkedAppointment;
import io.upswing.scheduling.view.LinkedAppointment.LinkedPlace;
import io.upswing.scheduling.view.LinkedCourse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages behind patients' links to appointments: when and where, how to prepare, and never what for. */
@Singleton
class AppointmentPages {
    private final Pages pages;
    private final PatientLinks links;

    AppointmentPages(Pages pages, PatientLinks links) {
        this.pages = pages;
        this.links = links;
    }

    static Words words(PatientLink link) {
        return Words.of(AppointmentPages.class, "appointment", link.language());
    }

    /** One text, and when and where it is. */
    Response say(int status, PatientLink link, LinkedAppointment appointment, String name) {
        var words = words(link);
        var data = WhenAndWhere.of(words, appointment);
        data.put("title", words.get(name + "Title"));
        data.put("text", words.get(name + "Text"));
        return pages.page(status, words, "appointment-said", data);
    }

    /** One text alone. */
    Response say(int status, PatientLink link, String name) {
        return pages.say(status, words(link), name);
    }

    /** @param notice the name of a text to begin with; null for none */
    Response show(int status, PatientLink link, LinkedAppointment appointment, @Nullable String notice) {
        return show(status, link, appointment, "showTitle", notice, path(link, "confirm"));
    }

    /** Who has confirmed it may still have to move or cancel it. */
    Response used(PatientLink link, LinkedAppointment appointment) {
        return show(200, link, appointment, "usedTitle", null, "");
    }

    private Response show(
            int status,
            PatientLink link,
            LinkedAppointment appointment,
            String title,
            @Nullable String notice,
            String confirm) {
        var words = words(link);
        var data = WhenAndWhere.of(words, appointment);
        data.put("title", words.get(title));
        data.put("notice", notice == null ? "" : words.get(notice));
        data.put("confirmed", appointment.state() == Booking.State.CONFIRMED);
        data.put("preparation", preparation(words, appointment.route()));
        data.put("confirm", confirm);
        data.put("move", path(link.to(Purpose.MOVE), ""));
        data.put("cancel", path(link.to(Purpose.CANCEL), ""));
        return pages.page(status, words, "appointment", data);
    }

    Response cancel(int status, PatientLink link, LinkedAppointment appointment, @Nullable String notice) {
        var words = words(link);
        var data = WhenAndWhere.of(words, appointment);
        data.put("title", words.get("cancelTitle"));
        data.put("notice", notice == null ? "" : words.get(notice));
        data.put("cancel", path(link, "cancel"));
        data.put("move", path(link.to(Purpose.MOVE), ""));
        return pages.page(status, words, "appointment-cancel", data);
    }

    Response move(
            int status,
            PatientLink link,
            LinkedAppointment appointment,
            List<FreeSlot> slots,
            @Nullable String notice) {
        var words = words(link);
        var data = choice(words, link, "move", appointment.place(), slots, notice);
        data.put("now", WhenAndWhere.when(words, appointment.place().zone(), appointment.start()));
        return pages.page(status, words, "appointment-choose", data);
    }

    /** @param instead what is given up for it; null for nothing */
    Response offer(PatientLink link, LinkedPlace place, SlotOffered made, @Nullable LinkedAppointment instead) {
        var words = words(link);
        var data = WhenAndWhere.of(words, place, made.start());
        data.put("title", words.get("offerTitle"));
        data.put(
                "instead",
                instead == null ? "" : WhenAndWhere.when(words, instead.place().zone(), instead.start()));
        data.put("until", WhenAndWhere.when(words, place.zone(), made.expiresAt()));
        data.put("take", path(link, "take"));
        data.put("decline", path(link, "decline"));
        return pages.page(200, words, "offer", data);
    }

    Response book(int status, PatientLink link, LinkedCourse course, List<FreeSlot> slots, @Nullable String notice) {
        var words = words(link);
        var data = choice(words, link, "book", course.place(), slots, notice);
        data.put("now", "");
        return pages.page(status, words, "appointment-choose", data);
    }

    private Map<String, Object> choice(
            Words words,
            PatientLink link,
            String act,
            LinkedPlace place,
            List<FreeSlot> slots,
            @Nullable String notice) {
        var data = new HashMap<String, Object>();
        data.put("title", words.get(act + "Title"));
        data.put("button", words.get(act + "Button"));
        data.put("notice", notice == null ? "" : words.get(notice));
        data.put("place", place.name());
        data.put("action", path(link, act));
        data.put("days", days(words, place.zone(), slots));
        return data;
    }

    private static List<Map<String, Object>> days(Words words, ZoneId zone, List<FreeSlot> slots) {
        var byDate = slots.stream()
                .collect(Collectors.groupingBy(
                        slot -> slot.start().atZone(zone).toLocalDate(), LinkedHashMap::new, Collectors.toList()));
        return byDate.entrySet().stream()
                .map(day -> Map.<String, Object>of(
                        "date", WhenAndWhere.date(words, day.getKey()),
                        "slots",
                                day.getValue().stream()
                                        .map(slot -> slot(words, zone, slot))
                                        .toList()))
                .toList();
    }

    private static Map<String, String> slot(Words words, ZoneId zone, FreeSlot slot) {
        return Map.of("start", slot.start().toString(), "time", WhenAndWhere.time(words, zone, slot.start()));
    }

    /**
     * By the route that the protocol prescribes. Of the nasal one the label says how long before (US PI 2.3); of the others
     * each clinic says it itself.
     */
    private static List<String> preparation(Words words, @Nullable String route) {
        if (route == null) {
            return List.of();
        }
        var eating =
                route.equals("IN") ? Stream.of("prepareFood", "prepareDrink", "prepareNose") : Stream.of("prepareFast");
        return Stream.concat(eating, Stream.of("prepareRide", "prepareDriving"))
                .map(words::get)
                .toList();
    }

    private String path(PatientLink link, String act) {
        var path = "/p/" + links.tokenOf(link);
        return act.isEmpty() ? path : path + "/" + act;
    }
}

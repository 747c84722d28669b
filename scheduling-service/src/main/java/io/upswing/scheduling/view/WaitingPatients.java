package io.upswing.scheduling.view;

import com.fasterxml.jackson.core.type.TypeReference;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Vacancy;
import io.upswing.scheduling.domain.Wish;
import io.upswing.scheduling.events.PatientRecord.Consent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits, as offers are decided. */
@Singleton
public class WaitingPatients {
    private static final TypeReference<List<Consent>> CONSENTS = new TypeReference<>() {};

    /** A wish, and how its patient agreed to be reached, where they can be. */
    public record Waiting(Wish wish, List<Consent> consents) {
        public UUID patientId() {
            return wish.patientId();
        }
    }

    private final Sql sql;

    WaitingPatients(Sql sql) {
        this.sql = sql;
    }

    /** Those of the site who were not offered the vacancy yet, and are not thinking about another. */
    public List<Waiting> about(Vacancy vacancy, Instant now) {
        return sql.query("""
                select e.*, p.consents, p.email, p.phone from waitlist_entry e join patient p on p.patient_id = e.patient_id
                where e.site_id = ? and e.state = 'WAITING'
                    and not exists (select 1 from offer o where o.vacancy_id = ? and o.patient_id = e.patient_id)
                    and not exists (select 1 from offer o
                        where o.entry_id = e.entry_id and o.state = 'OPEN' and o.expires_at > ?)
                order by e.joined_at, e.entry_id
                """, WaitingPatients::read, vacancy.siteId(), vacancy.id(), now);
    }

    /** One of them as it is by now; empty when it waits no longer. */
    public Optional<Waiting> waiting(UUID entryId) {
        return sql.query("""
                select e.*, p.consents, p.email, p.phone from waitlist_entry e join patient p on p.patient_id = e.patient_id
                where e.entry_id = ? and e.state = 'WAITING'
                """, WaitingPatients::read, entryId).stream().findFirst();
    }

    private static Waiting read(ResultSet row) throws SQLException {
        var wish = new Wish(
                Sql.uuid(row, "entry_id"),
                Sql.uuid(row, "patient_id"),
                Sql.uuid(row, "course_id"),
                WaitlistEntryRow.days(row.getString("days")),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                Sql.instant(row, "joined_at"));
        return new Waiting(wish, consents(row));
    }

    /** A consent to a channel on which the patient has no address is of no use. */
    private static List<Consent> consents(ResultSet row) throws SQLException {
        var addresses = new HashMap<String, @Nullable String>();
        addresses.put("EMAIL", row.getString("email"));
        addresses.put("SMS", row.getString("phone"));
        return ViewJson.read(row.getString("consents"), CONSENTS).stream()
                .filter(consent -> addresses.get(consent.channel()) != null)
                .toList();
    }
}

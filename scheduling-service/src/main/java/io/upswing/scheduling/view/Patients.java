package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The registry as it is read. */
@ApplicationScoped
public class Patients implements PanacheRepositoryBase<PatientRow, UUID> {
    public Optional<PatientRecord> get(String clinic, UUID patientId) {
        return find("patientId = ?1 and clinic = ?2", patientId, clinic)
                .firstResultOptional()
                .map(PatientRow::toRecord);
    }

    /** By parts of the names, in either order; an empty text finds all. */
    public Part<PatientRecord> search(String clinic, String text, int page, int size) {
        var sort = Sort.by("familyName", "givenName", "patientId");
        var found = find("clinic = ?1 and search like ?2 escape '\\'", sort, clinic, pattern(text));
        var rows = found.page(page, size).list();
        return new Part<>(rows.stream().map(PatientRow::toRecord).toList(), found.count());
    }

    private static String pattern(String text) {
        var plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + plain.replaceAll("\\s+", " ") + "%";
    }
}

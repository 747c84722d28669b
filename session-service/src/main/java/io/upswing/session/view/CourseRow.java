package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Where a course is found. */
@Entity
@Table(name = "course")
class CourseRow {
    @Id
    UUID courseId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    UUID patientId;

    @Column(nullable = false)
    UUID siteId;
}

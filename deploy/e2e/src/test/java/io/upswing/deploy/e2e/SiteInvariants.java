package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.local.client.Answer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of a site whatever was asked for there: queries of the tables and the log that no code of a service shares. */
record SiteInvariants(UUID site) {
    private static final String ON_ONE_CHAIR = """
            select a.id, b.id from taken a join taken b on a.chair_id = b.chair_id and a.id < b.id
                and a.start_at < b.end_at and b.start_at < a.end_at
            where a.site_id = ? and not a.overbooked and not b.overbooked
            """;

    /** More are watched only when one more begins to be, and fewer may be only when a shift ends. */
    private static final String MORE_THAN_MONITORS_MAY_WATCH = """
            with moment as (
                select watched_from as at from taken where site_id = ? and watched_from is not null
                union select to_at from shift where site_id = ? and role = 'MONITOR'
            )
            select at from moment where exists (select 1 from shift where site_id = ? and role = 'MONITOR')
                and (select count(*) from taken
                     where site_id = ? and not overbooked and watched_from <= at and watched_to > at)
                  > (select coalesce(sum(max_patients), 0) from shift
                     where site_id = ? and role = 'MONITOR' and from_at <= at and to_at > at)
            """;

    private static final String TAKEN_UNLIKE_APPOINTMENTS = """
            (select appointment_id, chair_id, start_at, end_at, watched_from, watched_to, overbooked from appointment
                where site_id = ? and state in ('BOOKED', 'CONFIRMED')
             except select id, chair_id, start_at, end_at, watched_from, watched_to, overbooked from taken)
            union all
            (select id, chair_id, start_at, end_at, watched_from, watched_to, overbooked from taken
                where site_id = ? and expires_at is null
             except select appointment_id, chair_id, start_at, end_at, watched_from, watched_to, overbooked
                from appointment where state in ('BOOKED', 'CONFIRMED'))
            """;

    private static final String SAID = """
            with said as (
                select stream, version, type, convert_from(value, 'UTF8')::jsonb as told from event
                where clinic = (select clinic from site where site_id = ?)
            )
            """;

    /** Of holds that the log tells of and nothing has ended; a minute is left for those that expire while it is looked. */
    private static final String HELD_UNLIKE_THE_LOG = SAID + """
            select told ->> 'holdId' from said where type = 'scheduling.slot-held.v1' and told ->> 'siteId' = ?
                and (told ->> 'expiresAt')::timestamptz > now() + interval '1 minute'
                and told ->> 'holdId' not in (select told ->> 'holdId' from said
                    where type <> 'scheduling.slot-held.v1' and told ->> 'holdId' is not null)
                and told ->> 'holdId' not in (select id::text from taken where expires_at is not null)
            union all
            select id::text from taken where site_id = ? and expires_at > now() + interval '1 minute'
                and id::text not in (select told ->> 'holdId' from said where type = 'scheduling.slot-held.v1')
            """;

    private static final String ELSEWHERE_THAN_THE_LOG_SAYS = SAID + """
            , placed as (
                select distinct on (told ->> 'appointmentId') told from said
                where type in ('scheduling.appointment-booked.v1', 'scheduling.appointment-moved.v1')
                    and told ->> 'siteId' = ?
                order by told ->> 'appointmentId', version desc
            )
            select told ->> 'appointmentId' from placed
            full join appointment on appointment_id::text = told ->> 'appointmentId' and site_id = ?
            where (told is null and site_id = ?) or appointment_id is null
                or chair_id::text <> told ->> 'chairId' or start_at <> (told ->> 'start')::timestamptz
            """;

    private static final String GAPS = """
            select e.stream from event e join stream_head h on h.stream = e.stream
            where clinic = (select clinic from site where site_id = ?)
            group by e.stream having min(e.version) <> 1 or count(*) <> max(e.version) or max(e.version) <> max(h.version)
            """;

    private static final String UNLOGGED = """
            select id from event where logged_topic is null and clinic = (select clinic from site where site_id = ?)
            """;

    private static final String STANDING = """
            select appointment_id || ' ' || chair_id || ' '
                || to_char(start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from appointment where site_id = ? and state in ('BOOKED', 'CONFIRMED')
            """;

    /** Each of these answers stands where it said, and no other appointment does. */
    void holdWith(List<Answer> placed) {
        assertThat(rows(STANDING))
                .containsExactlyInAnyOrderElementsOf(
                        placed.stream().map(SiteInvariants::place).toList());
        hold();
    }

    private static String place(Answer placed) {
        var json = placed.json();
        return Stream.of("appointmentId", "chairId", "start")
                .map(field -> json.path(field).asText())
                .collect(Collectors.joining(" "));
    }

    void hold() {
        RunningSystem.awaitNothingUnsent();
        none("overlap on a chair", ON_ONE_CHAIR);
        none("moments with more patients than monitors may watch", MORE_THAN_MONITORS_MAY_WATCH);
        none("taken times unlike the appointments that stand", TAKEN_UNLIKE_APPOINTMENTS);
        none("held times unlike the log", HELD_UNLIKE_THE_LOG);
        none("appointments elsewhere than the log says", ELSEWHERE_THAN_THE_LOG_SAYS);
        none("streams with a gap", GAPS);
        none("events that are not logged", UNLOGGED);
    }

    private void none(String what, String query) {
        assertThat(rows(query)).as(what).isEmpty();
    }

    /** The site in the place of every question mark. */
    private List<String> rows(String query) {
        var database = RunningSystem.get().databases().named("scheduling");
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query.replace("?", "'" + site + "'"))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.francophonie.dclic.rights.screens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.ScreenPart;
import org.francophonie.dclic.platform.ui.ScreenPlan;
import org.francophonie.dclic.platform.ui.Surface;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Arranges menu, own space and administration: for a profile, for a group, and by each person for herself. It allows
 * nothing and forbids nothing: it only says what is in sight.
 */
@Service
@Transactional(readOnly = true)
public class ScreenPlanService implements ScreenPlan {
    private static final TypeReference<List<PlanLine>> LINES = new TypeReference<>() {};

    private final PlanRepository plans;
    private final Profiles profiles;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Trail trail;
    private final Ids ids;

    ScreenPlanService(PlanRepository plans, Profiles profiles, JdbcClient sql, JsonMapper json, Trail trail, Ids ids) {
        this.plans = plans;
        this.profiles = profiles;
        this.sql = sql;
        this.json = json;
        this.trail = trail;
        this.ids = ids;
    }

    /**
     * A plan as it stands.
     *
     * @param version what it was when it was read; -1 while there is none
     */
    public record Plan(long version, List<PlanLine> lines) {
        static final Plan NONE = new Plan(-1, List.of());

        public boolean exists() {
            return version >= 0;
        }
    }

    @Override
    @Open("arranges for the person herself what the gate has let through")
    public List<String> arrange(Surface surface, List<ScreenPart> parts) {
        return mine(surface).of(parts);
    }

    /**
     * One part, as a person may arrange it for herself.
     *
     * @param fixed she does not hide it
     */
    public record Mine(String part, boolean shown, boolean fixed) {}

    /** What one sees or has hidden oneself; what is hidden by a plan is not there. */
    @Open("one's own screens")
    public List<Mine> mine(Surface surface, List<ScreenPart> parts) {
        var arrangement = mine(surface);
        var shown = arrangement.of(parts);
        var order = new LinkedHashSet<>(
                arrangement.own().stream().map(PlanLine::part).toList());
        order.addAll(shown);
        parts.forEach(part -> order.add(part.code()));
        var byCode = parts.stream().collect(Collectors.toMap(ScreenPart::code, part -> part));
        return order.stream()
                .map(byCode::get)
                .filter(Objects::nonNull)
                .filter(part -> arrangement.isFixed(part) || !arrangement.isHidden(part))
                .map(part -> new Mine(part.code(), shown.contains(part.code()), arrangement.isFixed(part)))
                .toList();
    }

    /** What somebody sees who holds that profile alone and has arranged nothing herself. */
    @Requires(Right.READ_MATRIX)
    public List<String> seenBy(String profile, Surface surface, List<ScreenPart> parts) {
        var plan = find(PlanOwner.of(profile), surface).map(row -> read(row.parts()));
        return new Arrangement(List.of(), List.of(plan), List.of()).of(parts);
    }

    private record Said(@Nullable String profile, boolean own, List<PlanLine> lines) {}

    private Arrangement mine(Surface surface) {
        var actor = Actors.current();
        var person = actor.person();
        if (person.isEmpty()) return new Arrangement(List.of(), List.of(), List.of());
        var held = new TreeSet<>(profiles.heldBy(person.get()));
        held.remove(Profiles.AWAITING_CONSENT); // it forbids, and shows nothing
        var counting = actor.acting().filter(held::contains).map(List::of).orElseGet(() -> List.copyOf(held));
        var said = sql.sql("""
                        select profile, false as own, parts, (select count(*) from rights.branch b where b.group_id = s.group_id) as depth
                        from rights.screen_plan s
                        where surface = :surface and (profile = any(:profiles::text[]) or group_id in (
                            select b.ancestor_id from rights.member m join rights.branch b on b.group_id = m.group_id
                            where m.person_id = :person))
                        union all
                        select null, true, parts, 0 from rights.own_plan where surface = :surface and person_id = :person
                        order by depth desc""")
                .param("surface", surface.name())
                .param("profiles", "{" + String.join(",", counting) + "}")
                .param("person", person.get().value())
                .query((row, _) -> said(row))
                .list();
        var byProfile = said.stream()
                .filter(one -> one.profile() != null)
                .collect(Collectors.toMap(Said::profile, Said::lines));
        return new Arrangement(
                said.stream()
                        .filter(one -> one.profile() == null && !one.own())
                        .map(Said::lines)
                        .toList(),
                counting.stream()
                        .map(profile -> Optional.ofNullable(byProfile.get(profile)))
                        .sorted((a, b) -> Boolean.compare(b.isPresent(), a.isPresent()))
                        .toList(),
                said.stream().filter(Said::own).map(Said::lines).findFirst().orElse(List.of()));
    }

    private Said said(ResultSet row) throws SQLException {
        return new Said(row.getString("profile"), row.getBoolean("own"), read(row.getString("parts")));
    }

    private List<PlanLine> read(String parts) {
        return json.readValue(parts, LINES);
    }

    private Optional<PlanRow> find(PlanOwner owner, Surface surface) {
        return owner.profile()
                .map(profile -> plans.findByProfileAndSurface(profile, surface))
                .orElseGet(() -> plans.findByGroupIdAndSurface(
                        owner.group().orElseThrow().value(), surface));
    }

    @Requires(value = Right.ARRANGE_SCREENS, looksOnly = true)
    public Plan plan(PlanOwner owner, Surface surface) {
        return find(owner, surface)
                .map(row -> new Plan(row.version(), read(row.parts())))
                .orElse(Plan.NONE);
    }

    /** Groups that have a plan of their own, by the surfaces that it is about. */
    @Requires(value = Right.ARRANGE_SCREENS, looksOnly = true)
    public Map<GroupId, List<Surface>> groups() {
        var groups = new TreeMap<GroupId, List<Surface>>((a, b) -> a.value().compareTo(b.value()));
        sql.sql(
                        "select group_id, surface from rights.screen_plan where group_id is not null order by group_id, surface")
                .query((row, _) -> Map.entry(
                        new GroupId(row.getObject("group_id", UUID.class)), Surface.valueOf(row.getString("surface"))))
                .list()
                .forEach(one -> groups.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return groups;
    }

    /**
     * Arranges a surface for everybody of a profile or a group. What is left out comes last.
     *
     * @param version of the plan that was seen; -1 when there was none
     * @throws RightsRefused when somebody else has changed it meanwhile
     */
    @Requires(Right.ARRANGE_SCREENS)
    @Transactional
    public void save(PlanOwner owner, Surface surface, long version, List<PlanLine> lines) {
        var known = find(owner, surface);
        if (known.map(PlanRow::version).orElse(-1L) != version) throw new RightsRefused(Rule.STALE);
        var before = known.map(row -> words(read(row.parts()))).orElse(null);
        var after = words(lines);
        if (after.equals(before)) return;
        var text = json.writeValueAsString(lines);
        try {
            known.ifPresentOrElse(
                    row -> row.rewrite(text), () -> plans.save(new PlanRow(ids.next(), owner, surface, text)));
            plans.flush();
        } catch (DataIntegrityViolationException _) {
            throw new RightsRefused(Rule.STALE);
        }
        tell(owner, surface, before, after);
    }

    /** Back to the order in which everything was built. */
    @Requires(Right.ARRANGE_SCREENS)
    @Transactional
    public void remove(PlanOwner owner, Surface surface) {
        find(owner, surface).ifPresent(row -> {
            plans.delete(row);
            tell(owner, surface, words(read(row.parts())), null);
        });
    }

    private void tell(PlanOwner owner, Surface surface, @Nullable String before, @Nullable String after) {
        trail.record(AuditEntry.command(Right.ARRANGE_SCREENS)
                .named("arrange")
                .on(owner.profile().isPresent() ? "Profile" : "GroupId", owner.name())
                .change(surface.name().toLowerCase(Locale.ROOT), before, after));
    }

    private static String words(List<PlanLine> lines) {
        return lines.stream()
                .map(line -> line.part() + (line.showing() == Showing.SHOWN ? "" : " " + line.showing()))
                .collect(Collectors.joining(", "));
    }

    /** Arranges a surface for oneself. */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    @Transactional
    public void adjust(Surface surface, List<PlanLine> lines) {
        Trail.Described.mark(); // how one's own screen looks concerns nobody else
        sql.sql("""
                insert into rights.own_plan (person_id, surface, parts) values (:person, :surface, :parts::jsonb)
                on conflict (person_id, surface) do update set parts = excluded.parts""")
                .param("person", me().value())
                .param("surface", surface.name())
                .param("parts", json.writeValueAsString(lines))
                .update();
    }

    /** As the plans of one's profiles and groups have it. */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    @Transactional
    public void adjustNothing(Surface surface) {
        Trail.Described.mark();
        sql.sql("delete from rights.own_plan where person_id = ? and surface = ?")
                .param(me().value())
                .param(surface.name())
                .update();
    }

    private static PersonId me() {
        return Actors.current().requirePerson();
    }
}

package org.francophonie.dclic.identity.groups;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.domain.Folded;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.domain.PersonGroupRepository;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.rights.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Arranges groups: made, named, moved, removed. Whoever is responsible for a branch arranges what lies below it and nothing
 * else.
 */
@Service
@Transactional
public class GroupTreeService {
    /** Groups on one page of a list. */
    public static final int PAGE = 25;

    private static final int DEEPEST = 12;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PersonGroupRepository groups;
    private final Profiles profiles;
    private final Gate gate;
    private final JdbcClient sql;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    GroupTreeService(
            PersonGroupRepository groups,
            Profiles profiles,
            Gate gate,
            JdbcClient sql,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.profiles = profiles;
        this.gate = gate;
        this.sql = sql;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** A group of the way from the top. */
    public record Named(GroupId id, String name) {}

    /**
     * Everything about one group but its people.
     *
     * @param version to be handed back with a change
     * @param above from the top; those that the actor may not see are left out
     */
    public record Details(
            GroupId id, String name, Kind kind, Optional<String> country, long version, List<Named> above) {}

    @Open("a random number")
    public UUID newGroup() {
        return ids.next();
    }

    /**
     * Groups by name; without one, those at the top: of the tree, or of the branches for which the actor is responsible.
     *
     * @param page from 0
     */
    @Requires(Right.READ_GROUP)
    @Transactional(readOnly = true)
    public List<GroupLine> list(String name, int page) {
        var mine = gate.filter(Right.READ_GROUP, PersonGroup.class);
        return lines(mine.and(name.isBlank() ? top(mine) : part(name.strip())), page);
    }

    /** Nothing that one may see lies above it. */
    private static Specification<PersonGroup> top(Specification<PersonGroup> mine) {
        return (row, query, build) -> {
            var above = Objects.requireNonNull(query).subquery(UUID.class);
            var parent = above.from(PersonGroup.class);
            above.select(parent.get("id"));
            var seen = mine.toPredicate(parent, query, build);
            var is = build.equal(parent.get("id"), row.get("parentId"));
            above.where(seen == null ? is : build.and(is, seen));
            return build.not(build.exists(above));
        };
    }

    private static Specification<PersonGroup> part(String name) {
        return (row, _, build) -> Folded.contains(build, row.get("name"), name);
    }

    /** Those of exactly that name, without regard to accents and case, into which the actor may take people; two at most. */
    @Requires(Right.READ_GROUP)
    @Transactional(readOnly = true)
    public List<GroupId> named(String name) {
        return groups.findAll(
                        gate.filter(Right.MANAGE_GROUP, PersonGroup.class)
                                .and((row, _, build) -> Folded.is(build, row.get("name"), name.strip())),
                        PageRequest.of(0, 2))
                .map(PersonGroup::id)
                .getContent();
    }

    /** Directly below a group. */
    @Requires(value = Right.READ_GROUP, on = "group")
    @Transactional(readOnly = true)
    public List<GroupLine> below(GroupId group, int page) {
        return lines((row, _, build) -> build.equal(row.get("parentId"), group.value()), page);
    }

    private List<GroupLine> lines(Specification<PersonGroup> which, int page) {
        var found = groups.findAll(which, PageRequest.of(page, PAGE, Sort.by("name", "id")))
                .getContent();
        var inside = numbers("identity.person_group", "parent_id", found);
        var people = numbers("identity.membership", "group_id", found);
        return found.stream()
                .map(group -> new GroupLine(
                        group.id(),
                        group.name(),
                        group.kind(),
                        inside.getOrDefault(group.id(), 0),
                        people.getOrDefault(group.id(), 0)))
                .toList();
    }

    /** How many rows of a table name each of these groups in a column. */
    private Map<GroupId, Integer> numbers(String table, String column, List<PersonGroup> found) {
        var numbers = new HashMap<GroupId, Integer>();
        sql.sql("select " + column + " as id, count(*)::int as n from " + table + " where " + column
                        + " = any(?) group by 1")
                .param(found.stream().map(group -> group.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(new GroupId(row.getObject("id", UUID.class)), row.getInt("n"));
                });
        return numbers;
    }

    private int count(String query, GroupId group) {
        return sql.sql(query).param(group.value()).query(Integer.class).single();
    }

    @Requires(value = Right.READ_GROUP, on = "group")
    @Transactional(readOnly = true)
    public Details details(GroupId group) {
        var found = found(group);
        return new Details(
                group,
                found.name(),
                found.kind(),
                found.country(),
                found.version(),
                above(group).stream()
                        .filter(each -> !each.id().equals(group) && gate.allows(Right.READ_GROUP, each.id()))
                        .toList());
    }

    /** From the top down to the group itself. */
    private List<Named> above(GroupId group) {
        return sql.sql("""
                        with recursive way as (
                            select id, name, parent_id, 0 as depth from identity.person_group where id = ?
                            union all
                            select g.id, g.name, g.parent_id, w.depth + 1 from identity.person_group g join way w on g.id = w.parent_id
                            where w.depth < 50)
                        select id, name from way order by depth desc""")
                .param(group.value())
                .query((row, _) -> new Named(new GroupId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private PersonGroup found(GroupId group) {
        return groups.findById(group.value()).orElseThrow(() -> new NotFound("group"));
    }

    /**
     * Makes a group. Told twice, it is done once.
     *
     * @param parent above it; only whoever may arrange everything makes one at the top
     * @param country where its people live, or empty
     * @throws GroupRefused when it has no name, or does not belong there
     */
    @Requires(Right.MANAGE_GROUP)
    public GroupId create(UUID commandId, Optional<GroupId> parent, String typedName, Kind kind, String country) {
        var id = new GroupId(commandId);
        checkMayArrange(parent);
        if (groups.findById(commandId).isPresent()) return id;
        var name = name(typedName);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) throw new GroupRefused("group.country");
        checkBelongs(kind, parent);
        var group = new PersonGroup(id, name, kind, country.isEmpty() ? null : country, clock.instant());
        group.move(parent);
        groups.saveAndFlush(group);
        profiles.moved(id, way(id));
        trail.record(AuditEntry.command(Right.MANAGE_GROUP)
                .named("create")
                .on("GroupId", id)
                .change("name", null, name)
                .change("kind", null, kind)
                .change("parent", null, parent.orElse(null)));
        return id;
    }

    private List<GroupId> way(GroupId group) {
        return above(group).stream().map(Named::id).toList();
    }

    /** Whoever arranges one branch puts nothing at the top. */
    private void checkMayArrange(Optional<GroupId> place) {
        if (place.isPresent()) gate.check(Right.MANAGE_GROUP, place.get());
        else if (gate.reach(Right.MANAGE_GROUP) != Scope.ALL) throw new AccessRefused(Right.MANAGE_GROUP);
    }

    private static String name(String typed) {
        var name = HtmlSanitiser.line(typed);
        if (name.isEmpty()) throw new GroupRefused("group.name.empty");
        if (name.length() > PersonGroup.LONGEST_NAME) throw new GroupRefused("group.name.long");
        return name;
    }

    private void checkBelongs(Kind kind, Optional<GroupId> parent) {
        if (parent.isEmpty()) return;
        if (!found(parent.get()).kind().mayHold(kind)) throw new GroupRefused("group.kind");
        if (way(parent.get()).size() >= DEEPEST) throw new GroupRefused("group.deep");
    }

    /** @throws GroupRefused when it has no name, or somebody else has changed it meanwhile */
    @Requires(value = Right.MANAGE_GROUP, on = "group")
    public void rename(GroupId group, long version, String typedName) {
        var name = name(typedName);
        var found = unchanged(group, version);
        if (found.name().equals(name)) return;
        var before = found.name();
        found.rename(name);
        groups.save(found);
        trail.record(AuditEntry.command(Right.MANAGE_GROUP)
                .named("rename")
                .on("GroupId", group)
                .change("name", before, name));
    }

    private PersonGroup unchanged(GroupId group, long version) {
        var found = found(group);
        if (found.version() != version) throw new GroupRefused("group.stale");
        return found;
    }

    /**
     * Puts a group with all that lies below it elsewhere.
     *
     * @param parent the new place; only whoever may arrange everything takes to the top
     * @throws GroupRefused when it does not belong there, or would lie below itself
     * @throws org.francophonie.dclic.rights.RightsRefused when its people would gain a profile that is not the actor's to give
     */
    @Requires(value = Right.MANAGE_GROUP, on = "group")
    public void move(GroupId group, long version, Optional<GroupId> parent) {
        lockTree();
        var found = unchanged(group, version);
        checkMayArrange(parent);
        checkMayArrange(found.parent()); // it leaves that one, too
        if (found.parent().equals(parent)) return;
        if (parent.filter(place -> way(place).contains(group)).isPresent()) throw new GroupRefused("group.circle");
        checkBelongs(found.kind(), parent);
        parent.ifPresent(place -> profiles.checkGives(place, Optional.empty()));
        var before = found.parent();
        found.move(parent);
        groups.saveAndFlush(found);
        profiles.moved(group, way(group));
        trail.record(AuditEntry.command(Right.MANAGE_GROUP)
                .named("move")
                .on("GroupId", group)
                .change("parent", before.orElse(null), parent.orElse(null)));
    }

    /** Two moves at once could close a circle that neither sees. */
    private void lockTree() {
        sql.sql("select pg_advisory_xact_lock(hashtext('identity.person_group'))")
                .query(row -> {});
    }

    /**
     * Groups under which this one could lie, by name.
     *
     * @param name a part of it
     */
    @Requires(value = Right.MANAGE_GROUP, on = "group", looksOnly = true)
    @Transactional(readOnly = true)
    public List<GroupLine> places(GroupId group, String name) {
        var kind = found(group).kind();
        var kinds =
                Stream.of(Kind.values()).filter(above -> above.mayHold(kind)).toList();
        var below = sql.sql("select group_id from rights.branch where ancestor_id = ?")
                .param(group.value())
                .query(UUID.class)
                .list();
        if (kinds.isEmpty()) return List.of();
        return lines(
                gate.filter(Right.MANAGE_GROUP, PersonGroup.class)
                        .and((row, _, build) -> build.and(
                                row.get("kind").in(kinds),
                                build.not(row.get("id").in(below))))
                        .and(part(name.strip())),
                0);
    }

    /**
     * Removes a group in which nothing and nobody is.
     *
     * @throws GroupRefused saying what is still there
     */
    @Requires(value = Right.MANAGE_GROUP, on = "group", seesAll = true)
    public void delete(GroupId group, long version) {
        lockTree();
        var found = unchanged(group, version);
        checkMayArrange(found.parent());
        var key = holds(group);
        if (key != null) throw new GroupRefused(key);
        groups.delete(found);
        profiles.gone(group);
        trail.record(AuditEntry.command(Right.MANAGE_GROUP)
                .named("delete")
                .on("GroupId", group)
                .change("name", found.name(), null));
    }

    private @Nullable String holds(GroupId group) {
        for (var each : List.of(
                new Holding("identity.person_group where parent_id", "group.has-groups"),
                new Holding("identity.membership where group_id", "group.has-people"),
                new Holding("identity.invitation where group_id", "group.has-people"),
                new Holding("identity.account where home_class", "group.made-accounts"),
                new Holding("identity.attendance where group_id", "group.has-calls"),
                new Holding("identity.class_device where group_id", "group.has-devices"),
                new Holding("rights.assignment where scope_group", "group.has-profiles"),
                new Holding("rights.assignment where group_id", "group.has-profiles")))
            if (count("select count(*)::int from " + each.where() + " = ?", group) > 0) return each.key();
        return null;
    }

    private record Holding(String where, String key) {}
}

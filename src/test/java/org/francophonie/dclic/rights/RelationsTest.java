package org.francophonie.dclic.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.GuardAdvice;
import org.francophonie.dclic.platform.access.GuardConfiguration;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/**
 * Every guarded service method, as each profile, on what is one's own, of one's group, of another group and of none, against
 * the table. The services keep all their advice; only what they would do is left out, so that an act that passes changes
 * nothing.
 */
@Requirement({"F-124", "F-125"})
class RelationsTest extends PlatformTest {

    /** How an object stands to the person who reaches for it. */
    private enum Relation {
        OWN,
        OF_MY_GROUP,
        OF_ANOTHER_GROUP,
        OF_NO_GROUP;

        boolean isWithin(Scope scope) {
            return switch (scope) {
                case NONE -> false;
                case OWN -> this == OWN;
                case GROUP -> this == OWN || this == OF_MY_GROUP;
                case ALL -> true;
            };
        }
    }

    /** A method behind its gate, and the same with the gate switched off. */
    private record Door(Method method, Requires requires, Object service, Object unguarded) {
        Optional<Class<?>> target() {
            return Arrays.stream(method.getParameters())
                    .filter(parameter -> parameter.getName().equals(requires.on()))
                    .<Class<?>>map(parameter -> parameter.getType())
                    .findFirst();
        }

        boolean opens(Object bean, Optional<Object> target) throws Exception {
            var arguments = Arrays.stream(method.getParameters())
                    .map(parameter -> parameter.getName().equals(requires.on())
                            ? target.orElseThrow()
                            : nothing(parameter.getType()))
                    .toArray();
            try {
                method.invoke(bean, arguments);
                return true;
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof AccessRefused) return false;
                throw e;
            }
        }

        private static Object nothing(Class<?> type) {
            return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
        }
    }

    /** One expected decision. */
    private record Cell(String profile, Actor actor, Relation relation, Optional<Object> target, boolean allowed) {}

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SuspensionService suspensions;

    @Autowired
    private Gate gate;

    private final UUID mine = UUID.randomUUID();
    private final UUID others = UUID.randomUUID();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final List<UUID> courses = new ArrayList<>();
    private final Map<Relation, Map<PersonId, UUID>> made = new EnumMap<>(Relation.class);
    private UUID quizVersion;
    private Somebody ofMyGroup;
    private Somebody ofAnotherGroup;
    private Somebody ofNoGroup;

    @BeforeEach
    void people() throws Exception {
        publishedCourse();
        quizVersion = sql.sql("select id from assessment.quiz_version limit 1")
                .query(UUID.class)
                .single();
        ofMyGroup = somebody("LEARNER_A");
        ofAnotherGroup = somebody("LEARNER_A");
        ofNoGroup = somebody("LEARNER_A");
        for (var group : List.of(mine, others)) {
            owner().sql("insert into identity.person_group (id, name, kind) values (?, ?, 'COHORT')")
                    .param(group)
                    .param("relations " + group)
                    .update();
            owner().sql("insert into rights.branch values (?, ?)")
                    .param(group)
                    .param(group)
                    .update();
        }
        belongs(ofMyGroup.id(), mine, false);
        belongs(ofAnotherGroup.id(), others, false);
        for (var profile : ExpectedRights.table().keySet()) {
            if (profile.equals("VISITOR")) {
                actors.put(profile, Actor.VISITOR);
                continue;
            }
            var somebody = somebody(profile);
            belongs(somebody.id(), mine, true);
            actors.put(profile, Actor.of(somebody.id()));
        }
    }

    private void belongs(PersonId person, UUID group, boolean responsible) {
        owner().sql("insert into rights.member values (?, ?, ?)")
                .param(person.value())
                .param(group)
                .param(responsible)
                .update();
    }

    /** What was made beside the services has no history, and would be missed there. */
    @AfterEach
    void clean() {
        for (var relation : made.values())
            for (var id : relation.values())
                for (var table : List.of("learning.enrolment", "assessment.attempt"))
                    owner().sql("delete from " + table + " where id = ?")
                            .param(id)
                            .update();
        courses.forEach(id -> owner().sql("delete from authoring.course where id = ?")
                .param(id)
                .update());
        owner().sql("delete from rights.member where group_id in (?, ?)")
                .param(mine)
                .param(others)
                .update();
        owner().sql("delete from rights.branch where group_id in (?, ?)")
                .param(mine)
                .param(others)
                .update();
        owner().sql("delete from identity.person_group where id in (?, ?)")
                .param(mine)
                .param(others)
                .update();
    }

    @Test
    void every_service_method_opens_as_far_as_the_table_says_and_the_table_tells_when_its_gate_is_off()
            throws Exception {
        var wrong = new TreeSet<String>();
        var unnoticed = new TreeSet<String>();
        int decisions = 0;
        for (var door : doors()) {
            boolean noticed = false;
            for (var cell : cells(door)) {
                decisions++;
                var opens = Actors.runAs(cell.actor(), () -> door.opens(door.service(), cell.target()));
                if (opens != cell.allowed())
                    wrong.add(cell.profile() + " " + cell.relation() + " " + door.method()
                            + (opens ? " opens" : " is shut"));
                noticed |=
                        cell.allowed() != Actors.runAs(cell.actor(), () -> door.opens(door.unguarded(), cell.target()));
            }
            if (!noticed) unnoticed.add(door.method().toString());
        }
        assertThat(wrong).isEmpty();
        assertThat(unnoticed).as("a gate that is off goes unnoticed").isEmpty();
        assertThat(decisions).isGreaterThan(3000);
    }

    /** In what state somebody is who holds a profile. */
    private enum State {
        SUSPENDED,
        PROFILE_ENDED,
        WAITING_FOR_A_GUARDIAN,
        WITH_A_SECRET_ALONE
    }

    /** What a minor may do while no guardian has spoken: learn, and look after the account. */
    private static final Set<Right> OF_MINORS = EnumSet.of(
            Right.READ_CATALOGUE,
            Right.READ_COURSE,
            Right.ENROL_SELF,
            Right.FOLLOW_COURSE,
            Right.READ_PROGRESS,
            Right.TAKE_QUIZ,
            Right.KEEP_DRAFT,
            Right.READ_OWN_ACCOUNT,
            Right.CHANGE_OWN_ACCOUNT);

    private static final Set<String> STAFF =
            Set.of("AUTHOR", "EDITOR", "MODERATOR", "PEDAGOGICAL_ADMIN", "TECHNICAL_ADMIN");

    private static boolean isAllowed(State state, String profile, Right right, boolean otherwise) {
        return otherwise
                && switch (state) {
                    case SUSPENDED, PROFILE_ENDED -> false;
                    case WAITING_FOR_A_GUARDIAN -> OF_MINORS.contains(right);
                    case WITH_A_SECRET_ALONE -> !STAFF.contains(profile);
                };
    }

    /** Somebody with this profile who manages my group, and is in this state. */
    private Actor in(State state, String profile) throws Exception {
        var somebody = somebody(profile);
        belongs(somebody.id(), mine, true);
        if (state == State.WITH_A_SECRET_ALONE)
            return new Actor(
                    Optional.of(somebody.id()),
                    Optional.empty(),
                    Proof.NONE.withSecret(Instant.now()),
                    Optional.empty());
        asPlatform(() -> {
            if (state == State.SUSPENDED) suspensions.suspend(somebody.id(), "essai");
            if (state == State.WAITING_FOR_A_GUARDIAN)
                profiles.restrict(somebody.id(), Instant.now().plus(Duration.ofDays(365)));
            return true;
        });
        if (state == State.PROFILE_ENDED) {
            var end = Instant.now().plusMillis(1200);
            asPlatform(() -> {
                assignments.assign(somebody.id(), profile, Optional.empty(), Optional.of(end));
                return true;
            });
            Actors.runAs(
                    Actor.of(somebody.id()), () -> gate.allows(Right.READ_COURSE)); // known to the node before it ends
            while (Instant.now().isBefore(end.plusMillis(50))) Thread.sleep(100);
        }
        return Actor.of(somebody.id());
    }

    @Test
    void whoever_is_suspended_is_over_waits_for_a_guardian_or_proved_too_little_is_let_in_nowhere_else()
            throws Exception {
        var wrong = new TreeSet<String>();
        int decisions = 0;
        for (var state : State.values())
            for (var profile : ExpectedRights.table().entrySet()) {
                if (profile.getKey().equals("VISITOR") || profile.getKey().equals("AWAITING_CONSENT")) continue;
                var actor = in(state, profile.getKey());
                for (var door : doors()) {
                    var right = door.requires().value();
                    for (var cell : cells(
                            door, profile.getKey(), actor, profile.getValue().get(right))) {
                        decisions++;
                        var allowed = isAllowed(state, profile.getKey(), right, cell.allowed());
                        if (allowed != Actors.runAs(actor, () -> door.opens(door.service(), cell.target())))
                            wrong.add(state + " " + profile.getKey() + " " + cell.relation() + " " + door.method());
                    }
                }
            }

        assertThat(wrong).isEmpty();
        assertThat(decisions).isGreaterThan(10_000);
    }

    private List<Cell> cells(Door door) throws Exception {
        var cells = new ArrayList<Cell>();
        for (var profile : ExpectedRights.table().entrySet())
            cells.addAll(cells(
                    door,
                    profile.getKey(),
                    actors.get(profile.getKey()),
                    profile.getValue().get(door.requires().value())));
        return cells;
    }

    private List<Cell> cells(Door door, String profile, Actor actor, Scope scope) {
        var type = door.target();
        if (type.isEmpty())
            return List.of(new Cell(profile, actor, Relation.OWN, Optional.empty(), scope != Scope.NONE));
        var cells = new ArrayList<Cell>();
        for (var relation : Relation.values())
            target(type.get(), relation, actor)
                    .ifPresent(target -> cells.add(
                            new Cell(profile, actor, relation, Optional.of(target), relation.isWithin(scope))));
        return cells;
    }

    /** Nothing where there is no such relation: visitors own nothing, and a group is nobody's own. */
    private Optional<Object> target(Class<?> type, Relation relation, Actor actor) {
        if (actor.isVisitor() && relation == Relation.OWN) return Optional.empty();
        if (type == GroupId.class)
            return switch (relation) {
                case OF_MY_GROUP -> Optional.of(new GroupId(mine));
                case OF_ANOTHER_GROUP -> Optional.of(new GroupId(others));
                default -> Optional.empty();
            };
        var person = person(relation, actor);
        if (type == PersonId.class) return Optional.of(person);
        if (type == CourseId.class) return Optional.of(new CourseId(made(relation, person)));
        if (type == EnrolmentId.class) return Optional.of(new EnrolmentId(made(relation, person)));
        if (type == AttemptId.class) return Optional.of(new AttemptId(made(relation, person)));
        throw new IllegalStateException("this test knows no " + type);
    }

    private PersonId person(Relation relation, Actor actor) {
        return switch (relation) {
            case OWN -> actor.requirePerson();
            case OF_MY_GROUP -> ofMyGroup.id();
            case OF_ANOTHER_GROUP -> ofAnotherGroup.id();
            case OF_NO_GROUP -> ofNoGroup.id();
        };
    }

    /** A course, a place on a course and a try at a quiz, all under one id. */
    private UUID made(Relation relation, PersonId person) {
        return made.computeIfAbsent(relation, _ -> new LinkedHashMap<>()).computeIfAbsent(person, _ -> {
            var id = UUID.randomUUID();
            course(id, relation, person);
            learns(id, person);
            return id;
        });
    }

    private void course(UUID id, Relation relation, PersonId person) {
        courses.add(id);
        owner().sql("""
                        insert into authoring.course (id, code, slug, owner_id, group_id, status, card, created_at)
                        values (?, ?, 'relations', ?, ?, 'DRAFT', '{}', now())""")
                .param(id)
                .param("relations-" + id)
                .param(
                        relation == Relation.OWN
                                ? person.value()
                                : ofNoGroup.id().value())
                .param(
                        switch (relation) {
                            case OF_MY_GROUP -> mine;
                            case OF_ANOTHER_GROUP -> others;
                            default -> null;
                        })
                .update();
    }

    private void learns(UUID id, PersonId person) {
        owner().sql("""
                        insert into learning.enrolment (id, learner_id, course_id, publication_id, status, enrolled_at)
                        values (?, ?, ?, ?, 'ACTIVE', now())""")
                .param(id)
                .param(person.value())
                .param(UUID.randomUUID())
                .param(UUID.randomUUID())
                .update();
        owner().sql("""
                        insert into assessment.attempt (id, quiz_version_id, learner_id, course_id, number, seed, state, started_at)
                        values (?, ?, ?, ?, 99, 1, 'OPEN', now())""")
                .param(id)
                .param(quizVersion)
                .param(person.value())
                .param(UUID.randomUUID())
                .update();
    }

    private List<Door> doors() {
        var doors = new ArrayList<Door>();
        for (var bean : context.getBeansWithAnnotation(Service.class).values()) {
            var guarded = GuardConfiguration.guardable(ClassUtils.getUserClass(bean))
                    .filter(method -> method.isAnnotationPresent(Requires.class))
                    .toList();
            if (guarded.isEmpty()) continue;
            var on = idle((Advised) bean, true);
            var off = idle((Advised) bean, false);
            for (var method : guarded) doors.add(new Door(method, method.getAnnotation(Requires.class), on, off));
        }
        assertThat(doors.stream().map(door -> door.requires().value()).distinct())
                .as("rights that some service asks for")
                .hasSizeGreaterThan(Right.values().length - 5);
        return doors;
    }

    /** The same service with the same advice, which does nothing in the end. */
    private static Object idle(Advised service, boolean guarded) {
        var copy = new ProxyFactory();
        copy.setTargetSource(service.getTargetSource());
        copy.setProxyTargetClass(true);
        for (var advisor : service.getAdvisors())
            if (guarded || !(advisor.getAdvice() instanceof GuardAdvice)) copy.addAdvisor(advisor);
        copy.addAdvice((MethodInterceptor) call -> {
            Trail.Described.mark(); // nothing happens, and nothing has to be told
            return Door.nothing(call.getMethod().getReturnType());
        });
        return copy.getProxy();
    }
}

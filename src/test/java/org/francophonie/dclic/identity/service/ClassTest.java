package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.service.ClassService.Added;
import org.francophonie.dclic.identity.service.ClassService.Learner;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A trainer makes accounts for a class, helps with PINs, shares a device and calls the roll; of no other class. */
@Requirement({"F-025", "F-027", "F-040"})
class ClassTest extends PlatformTest {
    private static final int THIS_YEAR = Year.now().getValue();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Autowired
    private ClassService classes;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private ClassroomService classroom;

    @Autowired
    private ConsentService consents;

    @Autowired
    private SignInService signIn;

    @Autowired
    private Sessions sessions;

    @Autowired
    private KnownDevices known;

    private Somebody trainer;
    private GroupId group;

    @BeforeEach
    void aClass() throws Exception {
        trainer = somebody("TRAINER");
        group = trainer.does(() -> classes.create(ids.next(), "Lundi matin", "SN"));
    }

    private Added add(String list, boolean guardiansAgree) throws Exception {
        return trainer.does(() -> {
            var read = classes.understand(list);
            assertThat(read.wrong()).isEmpty();
            return classes.add(group, read.learners(), guardiansAgree, Locale.FRENCH);
        });
    }

    private List<Learner> learners() throws Exception {
        return trainer.does(() -> classes.learners(group));
    }

    private UUID deviceOf(Somebody person) {
        return known.meet(Optional.empty(), person.id()).id();
    }

    @Test
    void a_class_made_twice_by_the_same_form_is_one_and_is_its_trainers_alone() throws Exception {
        var form = ids.next();
        trainer.does(() -> classes.create(form, "Mardi", "SN"));
        trainer.does(() -> classes.create(form, "Mardi", "SN"));

        assertThat(trainer.does(() -> classes.page(0)).getContent())
                .extracting(ClassService.ClassLine::name)
                .containsExactly("Lundi matin", "Mardi");
        var other = somebody("TRAINER");
        assertThat(other.does(() -> classes.page(0))).isEmpty();
        assertThatThrownBy(() -> other.does(() -> classes.learners(group))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> other.does(() -> classes.renewPins(group, List.of())))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> trainer.does(() -> classes.create(ids.next(), " ", "SN")))
                .hasMessage("class.name.empty");
    }

    @Test
    void learners_come_in_by_a_card_on_a_shared_device_and_nowhere_else() throws Exception {
        var cards = add("Awa Diop 1999\nKofi 2000", false).cards();
        assertThat(cards).extracting(ClassService.Card::displayName).containsExactly("Awa Diop", "Kofi");
        var awa = cards.getFirst();
        assertThat(awa.pin()).matches("[0-9]{6}");
        var device = deviceOf(trainer);
        assertThatThrownBy(() -> signIn.signIn(awa.code(), awa.pin(), Optional.of(device)))
                .hasMessage("WRONG");

        trainer.does(() -> {
            classroom.giveDevice(group, device);
            return true;
        });

        assertThat(signIn.signIn(awa.code(), awa.pin(), Optional.of(device))).isNotNull();
        assertThat(classroom.sharedBy(device)).singleElement().satisfies(shared -> {
            assertThat(shared.className()).isEqualTo("Lundi matin");
            assertThat(shared.pupils())
                    .extracting(ClassroomService.Pupil::displayName)
                    .containsExactly("Awa Diop", "Kofi");
        });
        assertThatThrownBy(() -> signIn.signIn(awa.code(), awa.pin(), Optional.empty()))
                .hasMessage("WRONG");

        trainer.does(() -> classroom.takeAllDevicesBack(group));

        assertThat(classroom.sharedBy(device)).isEmpty();
        assertThatThrownBy(() -> signIn.signIn(cards.get(1).code(), cards.get(1).pin(), Optional.of(device)))
                .hasMessage("WRONG");
    }

    @Test
    void another_pin_closes_the_sessions_and_the_old_one_is_worth_nothing() throws Exception {
        var device = deviceOf(trainer);
        trainer.does(() -> {
            classroom.giveDevice(group, device);
            return true;
        });
        var before = add("Awa Diop 1999", false).cards().getFirst();
        var who = signIn.signIn(before.code(), before.pin(), Optional.of(device));
        var session = Begun.session(sessions, who.person(), Optional.empty());

        var after = trainer.does(() -> classes.renewPins(group, List.of(who.person())))
                .getFirst();

        assertThat(sessions.whyOver(session.cookie())).contains(SessionEnd.NEW_SECRET);
        assertThat(signIn.signIn(after.code(), after.pin(), Optional.of(device)).person())
                .isEqualTo(who.person());
        if (!after.pin().equals(before.pin()))
            assertThatThrownBy(() -> signIn.signIn(before.code(), before.pin(), Optional.of(device)))
                    .hasMessage("WRONG");
    }

    /** Whoever joined alone comes in by the code; the trainer has no power over her secret. */
    @Test
    void an_account_that_the_class_did_not_make_keeps_its_secret() throws Exception {
        var learner = somebody("LEARNER_A");
        var code = learner.does(people::me).orElseThrow().code();

        assertThat(add(code + "\n" + code.toLowerCase(Locale.ROOT), false).invited())
                .hasSize(2);

        assertThat(learners()).as("nobody is taken in unasked").isEmpty();
        assertThat(trainer.does(() -> invitations.waiting(group))).containsExactly(code);
        assertThatThrownBy(() -> trainer.does(() -> {
                    consents.vouch(learner.id());
                    return true;
                }))
                .isInstanceOf(AccessRefused.class);
        assertThat(learner.does(invitations::mine)).singleElement().satisfies(one -> assertThat(one.className())
                .isNotBlank());
        answer(learner, invitations::accept);
        answer(learner, invitations::accept);
        assertThat(learner.does(invitations::mine)).isEmpty();
        assertThat(trainer.does(() -> invitations.waiting(group))).isEmpty();
        assertThat(learners()).singleElement().satisfies(one -> assertThat(one.ours())
                .isFalse());
        assertThat(trainer.does(() -> classes.renewPins(group, List.of(learner.id()))))
                .isEmpty();
        assertThat(signIn.signIn(learner.email(), PASSWORD, Optional.empty()).person())
                .isEqualTo(learner.id());
        assertThatThrownBy(() -> add("Kofi 2000\nAPP-GW265FPJ5-2", false)).hasMessage("class.code");
        assertThat(learners()).as("all or nothing").hasSize(1);
    }

    private void answer(Somebody person, Consumer<GroupId> answer) throws Exception {
        person.does(() -> {
            answer.accept(group);
            return true;
        });
    }

    @Test
    void an_invitation_can_be_declined_taken_back_and_accepted_by_nobody_else() throws Exception {
        var learner = somebody("LEARNER_A");
        var other = somebody("LEARNER_A");
        var code = learner.does(people::me).orElseThrow().code();
        add(code, false);

        answer(other, invitations::accept);
        assertThat(learners()).isEmpty();
        answer(learner, invitations::decline);
        assertThat(learner.does(invitations::mine)).isEmpty();
        add(code, false);
        trainer.does(() -> {
            invitations.takeBack(group, code);
            return true;
        });
        answer(learner, invitations::accept);
        assertThat(learners()).isEmpty();
    }

    @Test
    void the_centre_answers_for_minors_at_once_or_later_and_takes_in_the_very_young() throws Exception {
        add("Ama " + (THIS_YEAR - 9), true);
        add("Kofi " + (THIS_YEAR - 14), false);
        add("Yao 1980", false);
        assertThat(learners())
                .extracting(Learner::displayName, Learner::waits)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ama", false),
                        org.assertj.core.groups.Tuple.tuple("Kofi", true),
                        org.assertj.core.groups.Tuple.tuple("Yao", false));
        var kofi = learners().get(1).id();
        assertThat(profiles.heldBy(kofi)).contains("AWAITING_CONSENT");

        trainer.does(() -> {
            consents.vouch(kofi);
            return true;
        });

        assertThat(profiles.heldBy(kofi)).containsExactly("LEARNER_A");
        assertThat(learners()).noneMatch(Learner::waits);
    }

    @Test
    void whoever_leaves_the_class_is_out_of_its_trainers_reach() throws Exception {
        add("Awa 1999\nKofi " + (THIS_YEAR - 14), false);
        var kofi = learners().get(1).id();
        trainer.does(() -> {
            classes.remove(group, kofi);
            return true;
        });

        assertThat(learners()).extracting(Learner::displayName).containsExactly("Awa");
        assertThat(trainer.does(() -> classes.renewPins(group, List.of(kofi)))).isEmpty();
        assertThatThrownBy(() -> trainer.does(() -> {
                    consents.vouch(kofi);
                    return true;
                }))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void the_roll_is_called_by_name_or_by_card_and_counts_members_alone() throws Exception {
        var cards = add("Awa 1999\nKofi 2000", false).cards();
        var awa = learners().getFirst().id();
        var stranger = somebody("LEARNER_A");
        trainer.does(() -> {
            classroom.mark(group, DAY, awa, true);
            classroom.mark(group, DAY, awa, true);
            classroom.mark(group, DAY, stranger.id(), true);
            return true;
        });
        assertThat(trainer.does(() -> classroom.present(group, DAY))).containsExactly(awa);

        var read = trainer.does(() -> classroom.markByCode(cards.get(1).code(), DAY));

        assertThat(read).singleElement().satisfies(one -> assertThat(one.displayName())
                .isEqualTo("Kofi"));
        assertThat(trainer.does(() -> classroom.present(group, DAY))).hasSize(2);
        var other = somebody("TRAINER");
        assertThat(other.does(() -> classroom.markByCode(cards.get(1).code(), DAY)))
                .isEmpty();
        trainer.does(() -> {
            classroom.mark(group, DAY, awa, false);
            return true;
        });
        assertThat(trainer.does(() -> classroom.present(group, DAY))).hasSize(1);
        assertThat(trainer.does(() -> classroom.present(group, DAY.minusDays(1))))
                .isEmpty();
    }

    @Test
    void everything_stands_in_the_trail_and_a_list_that_was_read_names_whom() throws Exception {
        add("Awa 1999", false);
        var awa = learners().getFirst().id();
        assertThat(acts(awa)).contains("make-account", "class");
    }

    private List<String> acts(PersonId person) {
        return owner().sql("select act from audit.audit_event where ? = any(subject_ids) and actor = ?")
                .param(person.value())
                .param(trainer.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void a_learner_makes_no_class() throws Exception {
        var learner = somebody("LEARNER_A");
        assertThatThrownBy(() -> learner.does(() -> classes.create(ids.next(), "La mienne", "SN")))
                .isInstanceOf(AccessRefused.class);
        assertThat(Actors.runAs(Actor.VISITOR, () -> classroom.sharedBy(ids.next())))
                .isEmpty();
    }
}

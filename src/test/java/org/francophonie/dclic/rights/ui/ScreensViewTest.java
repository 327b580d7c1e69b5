package org.francophonie.dclic.rights.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.ui.Surface;
import org.francophonie.dclic.rights.screens.PlanLine;
import org.francophonie.dclic.rights.screens.PlanOwner;
import org.francophonie.dclic.rights.screens.ScreenPlanService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-117")
class ScreensViewTest extends ViewTest {
    @Autowired
    private ScreenPlanService plans;

    /** All tests see the same profiles. */
    @AfterEach
    void asBuilt() throws Exception {
        asPlatform(() -> {
            for (var surface : Surface.values()) plans.remove(PlanOwner.of("MENTOR"), surface);
            return true;
        });
    }

    private static NativeButton moving(String words) {
        return _get(
                NativeButton.class,
                button -> button.withPredicate(
                        found -> words.equals(found.getElement().getAttribute("aria-label"))));
    }

    private static List<String> places() {
        return _find(_get(Nav.class, nav -> nav.withClasses("places")), RouterLink.class).stream()
                .map(RouterLink::getText)
                .toList();
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_administrator_arranges_the_menu_of_mentors_by_buttons_and_mentors_see_it() throws Exception {
        go("admin/ecrans");
        assertThat(screen()).contains("Cela n’ouvre aucun droit");
        pick("Profil").pick("MENTOR");
        assertThat(address()).isEqualTo("admin/ecrans?profil=MENTOR");
        assertThat(screen()).contains("Mentor").contains("tout est montré");
        assertThat(_find(PartsEditor.class).getFirst().lines())
                .as("only what the rights of the profile let it see")
                .extracting(PlanLine::part)
                .containsExactly("place.home", "place.courses", "place.more");

        _click(moving("Monter\u00a0: Formations"));
        pick("Mon espace").pick("HIDDEN");
        _click(_get(Button.class, button -> button.withText("Enregistrer")));

        assertThat(screen()).contains("Cet écran a été composé");
        go("admin/profils/MENTOR");
        assertThat(screen()).contains("Composer les écrans de ce profil");
        signIn(somebody("MENTOR"));
        go("plus");
        assertThat(places()).startsWith("Formations").doesNotContain("Mon espace");
        go("");
        assertThat(screen()).as("hidden is not forbidden").doesNotContain("Vous n’avez pas accès");

        signIn(somebody("PEDAGOGICAL_ADMIN"));
        go("admin/ecrans?profil=MENTOR");
        _click(plainButton("Revenir à l’ordre d’origine"));
        _click(_get(Button.class, button -> button.withText("Revenir à l’ordre d’origine")));
        assertThat(screen()).contains("tout est montré");
    }

    @Test
    @As("TRAINER")
    void somebody_arranges_her_own_space_and_takes_it_back() {
        go("mes-ecrans");
        assertThat(_find(OrderedList.class)).hasSize(2);
        pick("Formations").pick("HIDDEN");
        _click(_find(Button.class, button -> button.withText("Enregistrer")).getFirst());
        assertThat(me).isNotNull();

        signIn(me);
        go("plus");
        assertThat(places()).doesNotContain("Formations");

        go("mes-ecrans");
        _click(_find(NativeButton.class, button -> button.withText("Revenir à l’ordre d’origine"))
                .getFirst());
        signIn(me);
        go("plus");
        assertThat(places()).contains("Formations");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_address_that_names_no_group_is_told_so() {
        go("admin/ecrans?groupe=nonsense");
        assertThat(screen()).contains("n’existe");
    }
}

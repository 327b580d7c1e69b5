package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.francophonie.dclic.catalogue.Catalogue;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The home page and the pages that tell what this site is. */
@Controller
class PublicPages {
    private static final int COURSES_AT_HOME = 4;
    private final Catalogue catalogue;

    PublicPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping({"/", Lane.OTHER, Lane.OTHER + "/"})
    String home(Model model, HttpServletResponse response) {
        cache(response);
        model.addAttribute("courses", catalogue.newest(COURSES_AT_HOME, Set.of()));
        return "home";
    }

    @GetMapping({
        "/{page:mentions-legales|accessibilite|eco-conception|confidentialite|aide|plan-du-site|a-propos}",
        Lane.OTHER + "/{page:mentions-legales|accessibilite|eco-conception|confidentialite|aide|plan-du-site|a-propos}"
    })
    String page(@PathVariable String page, Model model, HttpServletResponse response) {
        cache(response);
        model.addAttribute("page", page);
        if (page.equals("plan-du-site")) model.addAttribute("courses", catalogue.all(0));
        return "page-" + page;
    }

    /** The same bytes for everybody, for a few minutes. */
    static void cache(HttpServletResponse response) {
        response.setHeader(
                "Cache-Control",
                CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().getHeaderValue());
    }
}

package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.catalogue.Found;
import org.francophonie.dclic.catalogue.Search;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue: search and filters, all of it in the address. */
@Controller
class CataloguePages {
    private final Catalogue catalogue;

    CataloguePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One value of a facet as a link that sets or unsets it. */
    record Choice(String words, long count, boolean chosen, String address) {}

    /** A facet with its values. */
    record Filter(String name, List<Choice> choices, boolean isOpen) {}

    @GetMapping({"/formations", Lane.OTHER + "/formations"})
    String catalogue(
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("lane") Lane lane,
            Model model,
            HttpServletResponse response) {
        PublicPages.cache(response);
        var search = Search.of(parameters);
        var found = catalogue.search(search);
        model.addAttribute("search", search);
        model.addAttribute("found", found);
        model.addAttribute("passages", found.passages());
        model.addAttribute("filters", filters(search, found, lane));
        model.addAttribute("chosen", chosen(search, lane));
        model.addAttribute("previous", search.page() > 0 ? address(search.atPage(search.page() - 1), lane) : "");
        boolean more = (search.page() + 1L) * Search.PAGE < found.total();
        model.addAttribute("next", more ? address(search.atPage(search.page() + 1), lane) : "");
        return "catalogue";
    }

    private static List<Filter> filters(Search search, Found found, Lane lane) {
        var filters = new ArrayList<Filter>();
        found.counts().forEach((facet, counts) -> {
            var chosen = search.filters().getOrDefault(facet, Set.of());
            if (counts.size() < 2 && chosen.isEmpty()) return;
            var choices = counts.entrySet().stream()
                    .map(entry -> new Choice(
                            lane.value(facet.parameter(), entry.getKey()),
                            entry.getValue(),
                            chosen.contains(entry.getKey()),
                            address(search.toggled(facet, entry.getKey()), lane)))
                    .toList();
            filters.add(new Filter(lane.w("filter." + facet.parameter()), choices, !chosen.isEmpty()));
        });
        return filters;
    }

    private static List<Choice> chosen(Search search, Lane lane) {
        var chosen = new ArrayList<Choice>();
        search.filters()
                .forEach((facet, values) -> values.forEach(value -> chosen.add(new Choice(
                        lane.value(facet.parameter(), value), 0, true, address(search.toggled(facet, value), lane)))));
        return chosen;
    }

    private static String address(Search search, Lane lane) {
        var query = search.query();
        return lane.to("/formations") + (query.isEmpty() ? "" : "?" + query);
    }
}

package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.catalogue.Facet;
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
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_VALUE = 60;
    private static final int LAST_PAGE = 500;
    private final Catalogue catalogue;

    CataloguePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One value of a facet as a link that sets or unsets it. */
    record Choice(String words, long count, boolean chosen, String address) {}

    /** A facet with its values. */
    record Filter(String name, List<Choice> choices, boolean isOpen) {}

    @GetMapping({"/formations", "/en/formations"})
    String catalogue(
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("lane") Lane lane,
            Model model,
            HttpServletResponse response) {
        PublicPages.cache(response);
        var search = search(parameters);
        var found = catalogue.search(search);
        model.addAttribute("search", search);
        model.addAttribute("found", found);
        model.addAttribute("filters", filters(search, found, lane));
        model.addAttribute("chosen", chosen(search, lane));
        model.addAttribute(
                "previous", search.page() > 0 ? address(search, search.filters(), search.page() - 1, lane) : "");
        boolean more = (search.page() + 1L) * Search.PAGE < found.total();
        model.addAttribute("next", more ? address(search, search.filters(), search.page() + 1, lane) : "");
        return "catalogue";
    }

    /** What does not make sense in an address is ignored: an old or mangled link still shows courses. */
    static Search search(MultiValueMap<String, String> parameters) {
        var words = parameters.getFirst("q");
        var typed = words == null ? "" : words.strip();
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = new LinkedHashSet<String>();
            for (var value : parameters.getOrDefault(facet.parameter(), List.of()))
                if (!value.isBlank() && value.length() <= LONGEST_VALUE && values.size() < 10)
                    values.add(value.replace("\u0000", ""));
            if (!values.isEmpty()) filters.put(facet, values);
        }
        return new Search(
                (typed.length() <= LONGEST_QUESTION ? typed : typed.substring(0, LONGEST_QUESTION))
                        .replace("\u0000", ""),
                filters,
                page(parameters));
    }

    private static int page(MultiValueMap<String, String> parameters) {
        var page = parameters.getFirst("page");
        if (page == null || !page.matches("[0-9]{1,4}")) return 0;
        return Math.clamp(Integer.parseInt(page) - 1, 0, LAST_PAGE);
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
                            address(search, toggled(search.filters(), facet, entry.getKey()), 0, lane)))
                    .toList();
            filters.add(new Filter(lane.w("filter." + facet.parameter()), choices, !chosen.isEmpty()));
        });
        return filters;
    }

    private static List<Choice> chosen(Search search, Lane lane) {
        var chosen = new ArrayList<Choice>();
        search.filters()
                .forEach((facet, values) -> values.forEach(value -> chosen.add(new Choice(
                        lane.value(facet.parameter(), value),
                        0,
                        true,
                        address(search, toggled(search.filters(), facet, value), 0, lane)))));
        return chosen;
    }

    private static Map<Facet, Set<String>> toggled(Map<Facet, Set<String>> filters, Facet facet, String value) {
        var changed = new EnumMap<Facet, Set<String>>(Facet.class);
        changed.putAll(filters);
        var values = new LinkedHashSet<>(filters.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) values.add(value);
        changed.put(facet, values);
        return changed;
    }

    private static String address(Search search, Map<Facet, Set<String>> filters, int page, Lane lane) {
        var parameters = new ArrayList<String>();
        if (!search.words().isEmpty()) parameters.add("q=" + encode(search.words()));
        filters.forEach(
                (facet, values) -> values.forEach(value -> parameters.add(facet.parameter() + "=" + encode(value))));
        if (page > 0) parameters.add("page=" + (page + 1));
        return lane.to("/formations") + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

// Shows the problems of the facts over the page, each at its place where the
// page shows it, and loads the page again when the site has changed.
const events = new EventSource("/.publish/events");
events.addEventListener("changed", () => location.reload());
events.addEventListener("told", show);
show();

async function show() {
	const told = await (await fetch("/.publish/problems")).json();
	for (const old of document.querySelectorAll(".publish-problem, .publish-problems")) old.remove();
	const rest = [];
	for (const one of told.problems) {
		const at = here(one.page) && (document.getElementById(one.anchor)?.closest("section") || document.getElementById("main"));
		if (at) at.prepend(box(one)); else rest.push(one);
	}
	if (rest.length === 0) return;
	const panel = element("div", "publish-problems");
	panel.setAttribute("role", "status");
	panel.append(element("p", "", told.summary));
	for (const one of rest) panel.append(box(one));
	document.body.append(panel);
}

// here says whether this is the page, in whatever language.
function here(page) {
	const path = decodeURI(location.pathname);
	return page && (path === "/" + page || path.endsWith("/" + page) && path.split("/").length === page.split("/").length + 2);
}

function box(one) {
	const b = element("div", "publish-problem " + one.severity);
	const place = element("p", "place", one.place);
	const words = element("p", "", one.message);
	if (one.rule) words.append(" ", element("span", "rule", "[" + one.rule + "]"));
	b.append(place, words);
	if (one.excerpt) b.append(element("pre", "", one.excerpt));
	if (one.help) b.append(element("p", "", one.help));
	if (one.page && !here(one.page)) {
		const link = element("a", "", one.page);
		link.href = "/" + one.page;
		const line = element("p");
		line.append(link);
		b.append(line);
	}
	return b;
}

function element(name, kind, text) {
	const e = document.createElement(name);
	if (kind) e.className = kind;
	if (text) e.textContent = text;
	return e;
}

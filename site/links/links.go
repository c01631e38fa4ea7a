// Package links finds the links of a built site that lead nowhere, and how many
// links it takes to come to a file. Tests use it; the site itself does not.
package links

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// Check reads every HTML page of a built site and lists what is wrong with its
// links, in the order of the pages: a file that is not there, a fragment that
// no element has as its id, an id that two elements have. The address is the
// one that the site is published at; full links below it are followed too, all
// others outside are not.
func Check(site fs.FS, address string) ([]string, error) {
	c, err := newChecker(site, address)
	if err != nil {
		return nil, err
	}
	var names []string
	err = fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path.Ext(name) == ".html" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if _, err := c.page(name); err != nil {
			return nil, err
		}
	}
	for _, name := range names {
		c.check(name)
	}
	return c.wrong, nil
}

// Steps counts, for a reader without JavaScript, how many links it takes to
// come from a page to each file of the site.
func Steps(site fs.FS, address, from string) (map[string]int, error) {
	c, err := newChecker(site, address)
	if err != nil {
		return nil, err
	}
	steps := map[string]int{from: 0}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		if path.Ext(queue[0]) != ".html" {
			continue
		}
		p, err := c.page(queue[0])
		if err != nil {
			return nil, err
		}
		for _, way := range p.ways {
			u, err := url.Parse(way)
			if err != nil {
				continue // Check says so
			}
			to, inside := c.target(queue[0], u)
			if _, known := steps[to]; known || !inside {
				continue
			}
			if info, err := fs.Stat(site, to); err != nil || info.IsDir() {
				continue // Check says so
			}
			steps[to] = steps[queue[0]] + 1
			queue = append(queue, to)
		}
	}
	return steps, nil
}

func newChecker(site fs.FS, address string) (*checker, error) {
	base, err := url.Parse(address)
	return &checker{site: site, base: base, pages: map[string]*page{}}, err
}

type checker struct {
	site  fs.FS
	base  *url.URL
	pages map[string]*page
	wrong []string
}

// page is the links and the ids of an HTML file, and the ways that a reader
// can go from it: those links that can be followed.
type page struct {
	links []string
	ways  []string
	ids   map[string]bool
}

func (c *checker) page(name string) (*page, error) {
	if p := c.pages[name]; p != nil {
		return p, nil
	}
	content, err := fs.ReadFile(c.site, name)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &page{ids: map[string]bool{}}
	for node := range root.Descendants() {
		for _, a := range node.Attr {
			switch a.Key {
			case "href", "src", "data-src":
				p.links = append(p.links, a.Val)
				if a.Key == "href" && (node.Data == "a" || node.Data == "area") {
					p.ways = append(p.ways, a.Val)
				}
			case "id":
				if p.ids[a.Val] {
					c.say(name, "two elements have the id %q", a.Val)
				}
				p.ids[a.Val] = true
			case "aria-labelledby", "aria-describedby":
				for _, id := range strings.Fields(a.Val) {
					p.links = append(p.links, "#"+id)
				}
			}
		}
	}
	c.pages[name] = p
	return p, nil
}

func (c *checker) say(name, format string, args ...any) {
	c.wrong = append(c.wrong, name+": "+fmt.Sprintf(format, args...))
}

func (c *checker) check(name string) {
	seen := map[string]bool{}
	for _, link := range c.pages[name].links {
		if seen[link] {
			continue
		}
		seen[link] = true
		u, err := url.Parse(link)
		if err != nil {
			c.say(name, "the link %q cannot be read: %v", link, err)
			continue
		}
		target, inside := c.target(name, u)
		if !inside {
			continue
		}
		info, err := fs.Stat(c.site, target)
		if err != nil || info.IsDir() {
			c.say(name, "the link %q leads to no file", link)
			continue
		}
		to := c.pages[target]
		if u.Fragment != "" && (to == nil || !to.ids[u.Fragment]) {
			c.say(name, "the link %q leads to no element", link)
		}
	}
}

// target is the file that a link of a page leads to, and whether it lies in
// the site.
func (c *checker) target(name string, u *url.URL) (string, bool) {
	from := *c.base
	from.Path = path.Join("/", c.base.Path, name)
	to := from.ResolveReference(u)
	if to.Scheme != c.base.Scheme || to.Host != c.base.Host {
		return "", false
	}
	root := strings.TrimSuffix(c.base.Path, "/") + "/"
	below, inside := strings.CutPrefix(to.Path, root)
	if !inside {
		return "", u.Host == "" // a relative link that leaves the site
	}
	if below == "" || strings.HasSuffix(below, "/") {
		below += "index.html"
	}
	return below, true
}

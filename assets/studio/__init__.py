"""The rendering studio: parametric jewellery, drawn and weighed from one set of designs.

`designs/*.yaml` say what each piece is; the modules here turn an entry into triangles (mm), the
triangles into grams and carats, and both into a catalogue row and a picture. Everything but
`materials`, `scene` and `render` needs only numpy and PyYAML.
"""

export default function AdministrationPage(_: { readonly section: string }) {
  return null;
}
